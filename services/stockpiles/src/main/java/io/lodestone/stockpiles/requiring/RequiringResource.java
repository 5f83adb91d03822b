package io.lodestone.stockpiles.requiring;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.stockpiles.stockpile.Requirement;
import io.lodestone.stockpiles.view.Keeper;
import io.lodestone.stockpiles.view.StockpileView;
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

@Path("/v1/stockpiles/{id}/requirements")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("stockpile-manager")
class RequiringResource {

    private final Requiring requiring;
    private final Commands commands;
    private final Caller caller;

    RequiringResource(Requiring requiring, Commands commands, Caller caller) {
        this.requiring = requiring;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Sets, or replaces, how much of a material must be on hand in one basis")
    @APIResponseSchema(value = StockpileView.class, responseCode = "200")
    public Response require(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Requirement requirement) {
        return commands.act(() -> requiring.require(id, ifMatch, requirement, Keeper.of(caller)));
    }
}
