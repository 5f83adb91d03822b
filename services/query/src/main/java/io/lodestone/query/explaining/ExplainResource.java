package io.lodestone.query.explaining;

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

/** What a figure is made of. */
@Path("/v1/exposure/explain")
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
class ExplainResource {

    private static final int LISTED = 100;
    private static final int LISTED_MAX = 500;

    private final Questions questions;
    private final Explaining explaining;
    private final Consistency consistency;
    private final Caller caller;

    ExplainResource(Questions questions, Explaining explaining, Consistency consistency, Caller caller) {
        this.questions = questions;
        this.explaining = explaining;
        this.consistency = consistency;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "A figure, explained down to its facts",
            description = "The same filters as the exposure and one rung: which deals give how much to it, with which"
                    + " weight, and through which facts. The residual is what is left unexplained: always zero. Deals"
                    + " beyond the limit are in rest.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Explanation.class)))
    public Response explain(
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var parameters = new Parameters(uri.getQueryParameters());
        var question = questions.read(parameters.given(), "asOf", "rates", "measure", "limit");
        var measure = parameters.measure();
        int most = parameters.count("limit", LISTED, LISTED_MAX);
        consistency.await(token, prefer);
        return Response.ok(explaining.explain(question, measure, most, caller.sight()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
