package io.lodestone.query.asking;

import io.lodestone.chassis.http.Caller;
import io.lodestone.query.view.Consistency;
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

/** What is offered and binds nobody yet. */
@Path("/v1/pipeline")
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
class PipelineResource {

    private final Questions questions;
    private final Exposure exposure;
    private final Consistency consistency;
    private final Caller caller;

    PipelineResource(Questions questions, Exposure exposure, Consistency consistency, Caller caller) {
        this.questions = questions;
        this.exposure = exposure;
        this.consistency = consistency;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The pipeline: offers that bind nobody",
            description =
                    "Deals before their approval at their headline, cut by any dimensions. Offers overlap and many"
                            + " never come to be, so they are kept apart from what is promised, signed and drawn.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PipelineView.class)))
    public Response pipeline(
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var question = questions.read(uri.getQueryParameters(), "by", "asOf");
        consistency.await(token, prefer);
        return Response.ok(exposure.pipeline(question, caller.sight()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
