package io.lodestone.projects.registration;

import io.lodestone.chassis.http.Commands;
import io.lodestone.projects.project.ProjectSheet;
import io.lodestone.projects.view.ProjectView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/projects")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("project-registrar")
class RegistrationResource {

    private final Registration registration;
    private final Commands commands;

    RegistrationResource(Registration registration, Commands commands) {
        this.registration = registration;
        this.commands = commands;
    }

    @POST
    @Operation(summary = "Registers a project under a reference that nobody has yet")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201")
    public Response register(@Valid @NotNull ProjectSheet sheet) {
        return commands.create(() -> registration.register(sheet));
    }
}
