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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What changed between two days. */
@Path("/v1/exposure/changes")
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
class ChangesResource {

    private final Questions questions;
    private final Comparing comparing;
    private final Consistency consistency;
    private final Caller caller;

    ChangesResource(Questions questions, Comparing comparing, Consistency consistency, Caller caller) {
        this.questions = questions;
        this.comparing = comparing;
        this.consistency = consistency;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What changed between two days, cell by cell",
            description = "Before, after and the difference, for each cell that differs. "
                    + "from and to are ends of days: what took effect on from is in before.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChangesView.class)))
    public Response changes(
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var parameters = new Parameters(uri.getQueryParameters());
        var asked = questions.read(parameters.given(), "by", "from", "to");
        var to = parameters.day("to", questions.today(), questions.today());
        if (parameters.one("from") == null) {
            throw Parameters.malformed("from", "is missing: the first of the two days", List.of());
        }
        var from = parameters.day("from", to, to);
        consistency.await(token, prefer);
        return Response.ok(comparing.changes(asked.on(to), from, caller.sight()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
