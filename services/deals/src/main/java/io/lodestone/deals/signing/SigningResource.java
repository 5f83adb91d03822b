package io.lodestone.deals.signing;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.deals.deal.Act.Amend;
import io.lodestone.deals.deal.Act.MakeEffective;
import io.lodestone.deals.deal.Act.Sign;
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

/** From approval to an effective agreement. */
@Path("/v1/deals/{id}")
@Produces("application/json")
@Consumes("application/json")
class SigningResource {

    private final Commands commands;
    private final Dealing dealing;

    SigningResource(Commands commands, Dealing dealing) {
        this.commands = commands;
        this.dealing = dealing;
    }

    @POST
    @Path("/signing")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The agreement is signed")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response sign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Sign act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/effectiveness")
    @RolesAllowed("deal-officer")
    @Operation(summary = "All conditions precedent are met or waived")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response makeEffective(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull MakeEffective act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/amendments")
    @RolesAllowed({"deal-officer", "deal-approver"})
    @Operation(
            summary =
                    "Headline, amount, terms or expiry change; more than is authorized takes an approver who did not submit the deal")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response amend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Amend act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }
}
