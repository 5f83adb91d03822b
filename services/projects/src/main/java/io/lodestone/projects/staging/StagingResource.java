package io.lodestone.projects.staging;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.projects.project.Move;
import io.lodestone.projects.view.ProjectView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/projects/{id}/stage")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("project-registrar")
class StagingResource {

    private final Staging staging;
    private final Commands commands;

    StagingResource(Staging staging, Commands commands) {
        this.staging = staging;
        this.commands = commands;
    }

    @POST
    @Operation(summary = "Moves the project to a stage that its lifecycle allows")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public Response move(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Move move) {
        return commands.act(() -> staging.move(id, ifMatch, move));
    }
}
