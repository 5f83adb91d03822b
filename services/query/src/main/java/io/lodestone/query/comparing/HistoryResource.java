package io.lodestone.query.comparing;

import io.lodestone.chassis.http.Caller;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** How the exposure went. */
@Path("/v1/exposure/history")
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
class HistoryResource {

    private final Questions questions;
    private final Comparing comparing;
    private final Consistency consistency;
    private final Caller caller;

    HistoryResource(Questions questions, Comparing comparing, Consistency consistency, Caller caller) {
        this.questions = questions;
        this.comparing = comparing;
        this.consistency = consistency;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "How the exposure went, step by step",
            description = "The exposure at the end of each day, week, month, quarter or "
                    + "year, and on the day to. All points are of one moment and as known at knownAt.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HistoryView.class)))
    public Response history(
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var parameters = new Parameters(uri.getQueryParameters());
        var asked = questions.read(parameters.given(), "by", "from", "to", "step");
        var step = Step.named(parameters.oneOf("step", Step.fields(), Step.MONTH.field()));
        var to = parameters.day("to", questions.today(), questions.today());
        var days = step.days(parameters.day("from", step.usually(to), to), to);
        consistency.await(token, prefer);
        return Response.ok(comparing.history(asked.on(to), step.field(), days, caller.sight()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
