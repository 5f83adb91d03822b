package io.lodestone.query.supposing;

import io.lodestone.chassis.http.Caller;
import io.lodestone.query.view.Consistency;
import io.lodestone.query.view.Parameters;
import io.lodestone.query.view.Questions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** What if these deals were made? */
@Path("/v1/exposure/what-if")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
class WhatIfResource {

    private static final int LISTED = 10;
    private static final int LISTED_MAX = 500;

    private final Questions questions;
    private final Supposing supposing;
    private final Consistency consistency;
    private final Caller caller;

    WhatIfResource(Questions questions, Supposing supposing, Consistency consistency, Caller caller) {
        this.questions = questions;
        this.supposing = supposing;
        this.consistency = consistency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "The exposure, its concentration and the limits with deals that nobody has made",
            description =
                    "The same parameters as the exposure. The supposed deals are folded by what folds real ones:"
                            + " split by the weights of their project, counted in every limit they fall under. Nothing is stored.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WhatIfView.class)))
    public Response suppose(
            @Valid @NotNull WhatIf whatIf,
            @Context UriInfo uri,
            @HeaderParam("Consistency-Token") @Nullable String token,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var parameters = new Parameters(uri.getQueryParameters());
        var question = questions.read(parameters.given(), "by", "asOf", "rates", "top");
        int most = parameters.count("top", LISTED, LISTED_MAX);
        consistency.await(token, prefer);
        return Response.ok(supposing.suppose(whatIf, question, most, caller.sight()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
