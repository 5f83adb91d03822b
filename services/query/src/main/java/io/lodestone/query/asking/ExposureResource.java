package io.lodestone.query.asking;

import io.lodestone.chassis.http.Caller;
import io.lodestone.query.view.Consistency;
import io.lodestone.query.view.ExposureView;
import io.lodestone.query.view.Questions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What is promised, signed, drawn and at risk, by any cut. */
@Path("/v1/exposure")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    "analyst",
    "deal-officer",
    "deal-approver",
    "partner",
    "project-registrar",
    "stockpile-manager",
    "operator"
})
class ExposureResource {

    private final Questions questions;
    private final Exposure exposure;
    private final Consistency consistency;
    private final Caller caller;

    ExposureResource(Questions questions, Exposure exposure, Consistency consistency, Caller caller) {
        this.questions = questions;
        this.exposure = exposure;
        this.consistency = consistency;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The exposure, cut by any dimensions",
            description = "A vector of rungs (pipeline, authorizedUnsigned, undrawn, outstanding, contingent, paid,"
                    + " writtenOff) per cell and in total. Rungs are never added. A deal whose project has several"
                    + " minerals or segments is split by weight; the parts sum to the whole exactly. deals counts"
                    + " distinct deals on the books, final ones too: cut by status tells them apart. notConverted holds"
                    + " what is in other currencies. ageMillis is the time since the service had last heard all facts on"
                    + " its topics, null while that is not known since its start. Deals that the caller may not see"
                    + " are in no figure.")
    @APIResponse(responseCode = "400", description = "A parameter that is unknown or malformed, by name; see allowed")
    @APIResponse(responseCode = "409", description = "not-yet-visible: the facts of the Consistency-Token are not here")
    @APIResponse(responseCode = "422", description = "A day or moment in the future, a code or currency that is none")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExposureView.class)))
    public Response cells(
            @Context UriInfo uri,
            @Parameter(description = "What a command answered: its facts are in this answer, or it is 409")
                    @HeaderParam("Consistency-Token")
                    @Nullable
                    String token,
            @Parameter(description = "wait=<seconds>, at most 10: how long to wait for those facts")
                    @HeaderParam("Prefer")
                    @Nullable
                    String prefer) {
        return answer(view(uri, token, prefer), MediaType.APPLICATION_JSON);
    }

    @GET
    @Produces("text/csv")
    @Operation(
            summary = "The exposure as a table",
            description = "The cells, one row each, with the day and the currency")
    public Response table(
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        return answer(view(uri, token, prefer).csv(), "text/csv;charset=UTF-8");
    }

    private ExposureView view(UriInfo uri, @Nullable String token, @Nullable String prefer) {
        var question = questions.read(uri.getQueryParameters(), "by", "asOf", "rates");
        consistency.await(token, prefer);
        return exposure.of(question, caller.sight());
    }

    private static Response answer(Object body, String type) {
        return Response.ok(body).type(type).header("Cache-Control", "no-store").build();
    }
}
