package io.lodestone.stockpiles.opening;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Commands;
import io.lodestone.stockpiles.stockpile.Charter;
import io.lodestone.stockpiles.view.Keeper;
import io.lodestone.stockpiles.view.StockpileView;
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

@Path("/v1/stockpiles")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("stockpile-manager")
class OpeningResource {

    private final Opening opening;
    private final Commands commands;
    private final Caller caller;

    OpeningResource(Opening opening, Commands commands, Caller caller) {
        this.opening = opening;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Opens a stockpile that your agency keeps")
    @APIResponseSchema(value = StockpileView.class, responseCode = "201")
    public Response open(@Valid @NotNull Charter charter) {
        return commands.create(() -> opening.open(charter, Keeper.of(caller)));
    }
}
