package io.lodestone.query.limiting;

import io.lodestone.chassis.http.Caller;
import io.lodestone.query.view.Consistency;
import io.lodestone.query.view.Parameters;
import io.lodestone.query.view.Questions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** How far the limits of the deals service are used. */
@Path("/v1/limit-usage")
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
class LimitUsageResource {

    private static final BigDecimal NEAR_MOST = BigDecimal.valueOf(1_000);

    private final Questions questions;
    private final LimitUsage usage;
    private final Consistency consistency;
    private final Caller caller;

    LimitUsageResource(Questions questions, LimitUsage usage, Consistency consistency, Caller caller) {
        this.questions = questions;
        this.usage = usage;
        this.consistency = consistency;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Every limit with its use, holds and headroom, the nearest to its threshold first",
            description =
                    "near=80 leaves out what is used and held to less than 80 percent. The use is counted from the"
                            + " deals that the caller may see; the deals service decides by all of them.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LimitUsageView.class)))
    public Response all(
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var parameters = new Parameters(uri.getQueryParameters());
        parameters.mustBeAmong(List.of("near"));
        var near = parameters.decimal("near", NEAR_MOST);
        consistency.await(token, prefer);
        return answer(usage.all(near, questions.today(), caller.sight()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One limit: buckets, contributors, holds, trend and what was told of it",
            description = "bucket narrows it to one, for a limit that has one per obligor, country and so on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LimitUsageView.OfOne.class)))
    public Response one(
            @PathParam("id") UUID id,
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var parameters = new Parameters(uri.getQueryParameters());
        parameters.mustBeAmong(List.of("bucket"));
        consistency.await(token, prefer);
        return answer(usage.one(id, parameters.one("bucket"), questions.today(), caller.sight()));
    }

    private static Response answer(Object body) {
        return Response.ok(body).header("Cache-Control", "no-store").build();
    }
}
