package io.lodestone.stockpiles.receiving;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.stockpiles.stockpile.Receipt;
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

@Path("/v1/stockpiles/{id}/receipts")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed("stockpile-manager")
class ReceivingResource {

    private final Receiving receiving;
    private final Commands commands;
    private final Caller caller;

    ReceivingResource(Receiving receiving, Commands commands, Caller caller) {
        this.receiving = receiving;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Takes material in as a new lot")
    @APIResponseSchema(value = StockpileView.class, responseCode = "200")
    public Response receive(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Receipt receipt) {
        return commands.act(() -> receiving.receive(id, ifMatch, receipt, Keeper.of(caller)));
    }
}
