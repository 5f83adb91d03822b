package io.lodestone.deals.limiting;

import io.lodestone.chassis.http.Commands;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What limits say to one deal. */
@Path("/v1/deals/{id}")
@Produces("application/json")
class LimitChecksResource {

    private final Commands commands;
    private final Reserving reserving;

    LimitChecksResource(Commands commands, Reserving reserving) {
        this.commands = commands;
        this.reserving = reserving;
    }

    @POST
    @Path("/limit-checks")
    @Consumes("application/json")
    @RolesAllowed({"deal-officer", "deal-approver"})
    @Operation(summary = "What an approval would use of each limit; with hold: true the headroom is reserved for it")
    @APIResponseSchema(value = LimitChecks.class, responseCode = "200")
    public Response check(@PathParam("id") UUID id, @Valid @NotNull CheckLimits command) {
        return commands.act(() -> reserving.check(id, command));
    }

    @DELETE
    @Path("/holds/{hold}")
    @RolesAllowed({"deal-officer", "deal-approver"})
    @Operation(summary = "Give reserved headroom up")
    public Response release(@PathParam("id") UUID id, @PathParam("hold") UUID hold) {
        return commands.remove(() -> reserving.release(id, hold));
    }
}
