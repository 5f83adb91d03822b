package io.lodestone.deals.servicing;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.deals.deal.Act.CureDefault;
import io.lodestone.deals.deal.Act.DeclareDefault;
import io.lodestone.deals.deal.Act.DeferPayment;
import io.lodestone.deals.deal.Act.WaiveDefault;
import io.lodestone.deals.deal.Act.WriteOff;
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

/** When payments fail. */
@Path("/v1/deals/{id}")
@Produces("application/json")
@Consumes("application/json")
class ServicingResource {

    private final Commands commands;
    private final Dealing dealing;

    ServicingResource(Commands commands, Dealing dealing) {
        this.commands = commands;
        this.dealing = dealing;
    }

    @POST
    @Path("/default")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The deal is in default")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response declareDefault(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull DeclareDefault act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/default/cure")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The default is cured")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response cureDefault(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull CureDefault act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/default/waiver")
    @RolesAllowed("deal-approver")
    @Operation(summary = "The default is waived; not by whoever submitted the deal")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response waiveDefault(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull WaiveDefault act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/payment-deferrals")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Payments are deferred")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response deferPayment(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull DeferPayment act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/write-offs")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Principal is given up")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response writeOff(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull WriteOff act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }
}
