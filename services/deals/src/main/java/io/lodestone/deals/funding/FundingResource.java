package io.lodestone.deals.funding;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.deals.deal.Act.AdjustLiability;
import io.lodestone.deals.deal.Act.CapitaliseInterest;
import io.lodestone.deals.deal.Act.Disburse;
import io.lodestone.deals.deal.Act.ReceiveRepayment;
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

/** Money that moves. */
@Path("/v1/deals/{id}")
@Produces("application/json")
@Consumes("application/json")
class FundingResource {

    private final Commands commands;
    private final Dealing dealing;

    FundingResource(Commands commands, Dealing dealing) {
        this.commands = commands;
        this.dealing = dealing;
    }

    @POST
    @Path("/disbursements")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Money is paid out")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response disburse(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Disburse act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/interest-capitalisations")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Interest is added to principal")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response capitaliseInterest(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull CapitaliseInterest act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/repayments")
    @RolesAllowed("deal-officer")
    @Operation(summary = "Principal is paid back")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response receiveRepayment(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull ReceiveRepayment act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/liability-adjustments")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The maximum liability is found anew")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response adjustLiability(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull AdjustLiability act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }
}
