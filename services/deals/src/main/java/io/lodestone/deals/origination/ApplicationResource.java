package io.lodestone.deals.origination;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.deals.deal.Act.Apply;
import io.lodestone.deals.deal.Act.StartDueDiligence;
import io.lodestone.deals.view.DealView;
import io.lodestone.deals.view.Dealing;
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

/** From a letter of interest to due diligence. */
@Path("/v1/deals/{id}")
@Produces("application/json")
@Consumes("application/json")
class ApplicationResource {

    private final Commands commands;
    private final Dealing dealing;

    ApplicationResource(Commands commands, Dealing dealing) {
        this.commands = commands;
        this.dealing = dealing;
    }

    @POST
    @Path("/application")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The obligor applies")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response apply(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Apply act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/due-diligence")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The examination begins")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response startDueDiligence(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull StartDueDiligence act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }
}
