package io.lodestone.query.concentrating;

import io.lodestone.chassis.http.Caller;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.view.Consistency;
import io.lodestone.query.view.Parameters;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** How concentrated the exposure is. */
@Path("/v1/exposure/concentration")
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
class ConcentrationResource {

    private static final int LISTED = 10;
    private static final int LISTED_MAX = 500;

    private final Questions questions;
    private final Concentrating concentrating;
    private final Consistency consistency;
    private final Caller caller;

    ConcentrationResource(Questions questions, Concentrating concentrating, Consistency consistency, Caller caller) {
        this.questions = questions;
        this.concentrating = concentrating;
        this.consistency = consistency;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "How concentrated the exposure is, by any dimension",
            description = "Rung by rung: the largest parts with their shares, the Herfindahl-Hirschman index (0 to"
                    + " 10,000) and the effective number of parts. Rungs are never added, so there is one of each for"
                    + " every rung that is not zero, or for the measure asked for.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConcentrationView.class)))
    public Response concentration(
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var parameters = new Parameters(uri.getQueryParameters());
        var question = questions.read(parameters.given(), "by", "asOf", "rates", "measure", "top");
        if (question.by().isEmpty()) {
            throw Parameters.malformed("by", "is missing: shares of what?", Dimension.fields());
        }
        var measures = parameters.one("measure") == null ? List.of(Measure.values()) : List.of(parameters.measure());
        int most = parameters.count("top", LISTED, LISTED_MAX);
        consistency.await(token, prefer);
        return Response.ok(concentrating.of(question, measures, most, caller.sight()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
