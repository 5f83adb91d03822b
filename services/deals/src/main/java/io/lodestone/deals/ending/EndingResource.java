package io.lodestone.deals.ending;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.deals.deal.Act.Cancel;
import io.lodestone.deals.deal.Act.Close;
import io.lodestone.deals.deal.Act.Terminate;
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

/** How deals end. */
@Path("/v1/deals/{id}")
@Produces("application/json")
@Consumes("application/json")
class EndingResource {

    private final Commands commands;
    private final Dealing dealing;

    EndingResource(Commands commands, Dealing dealing) {
        this.commands = commands;
        this.dealing = dealing;
    }

    @POST
    @Path("/cancellation")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The deal, or after signing a part of it, is cancelled")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Cancel act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/termination")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The agreement ends before its term")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response terminate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Terminate act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/closing")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Everything is paid and done")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Close act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }
}
