package io.lodestone.projects.revising;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.projects.project.Revision;
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

@Path("/v1/projects/{id}/revisions")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("project-registrar")
class RevisingResource {

    private final Revising revising;
    private final Commands commands;

    RevisingResource(Revising revising, Commands commands) {
        this.revising = revising;
        this.commands = commands;
    }

    @POST
    @Operation(summary = "Changes the fields that the body names; a list replaces the whole list")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public Response revise(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Revision revision) {
        return commands.act(() -> revising.revise(id, ifMatch, revision));
    }
}
