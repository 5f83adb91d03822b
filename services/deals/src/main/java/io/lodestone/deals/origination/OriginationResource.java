package io.lodestone.deals.origination;

import io.lodestone.chassis.http.Commands;
import io.lodestone.deals.view.DealView;
import io.lodestone.deals.view.ProposeDeal;
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

/** A deal begins, over HTTP. */
@Path("/v1/deals")
@Produces("application/json")
@Consumes("application/json")
class OriginationResource {

    private final Commands commands;
    private final Origination origination;

    OriginationResource(Commands commands, Origination origination) {
        this.commands = commands;
        this.origination = origination;
    }

    @POST
    @RolesAllowed("deal-officer")
    @Operation(summary = "Propose a deal, as a letter of interest or as an application")
    @APIResponseSchema(value = DealView.class, responseCode = "201")
    public Response propose(@Valid @NotNull ProposeDeal command) {
        return commands.create(() -> origination.propose(command));
    }
}
