package io.lodestone.deals.signing;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.deals.deal.Act.SatisfyCondition;
import io.lodestone.deals.deal.Act.WaiveCondition;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Conditions precedent. */
@Path("/v1/deals/{id}/conditions/{key}")
@Produces("application/json")
@Consumes("application/json")
class ConditionsResource {

    private final Commands commands;
    private final Dealing dealing;

    ConditionsResource(Commands commands, Dealing dealing) {
        this.commands = commands;
        this.dealing = dealing;
    }

    /** What shows that a condition is met. */
    record Evidence(@NotNull String evidence, @Nullable LocalDate effectiveOn) {}

    /** Why a condition is waived. */
    record Reason(@NotNull String reason, @Nullable LocalDate effectiveOn) {}

    @POST
    @Path("/satisfaction")
    @RolesAllowed("deal-officer")
    @Operation(summary = "The condition is met")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response satisfy(
            @PathParam("id") UUID id,
            @PathParam("key") String key,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Evidence act) {
        return commands.act(
                () -> dealing.act(id, ifMatch, new SatisfyCondition(key, act.evidence(), act.effectiveOn())));
    }

    @POST
    @Path("/waiver")
    @RolesAllowed("deal-approver")
    @Operation(summary = "The condition is waived; not by whoever submitted the deal")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response waive(
            @PathParam("id") UUID id,
            @PathParam("key") String key,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull Reason act) {
        return commands.act(
                () -> dealing.act(id, ifMatch, new WaiveCondition(key, act.reason(), null, act.effectiveOn())));
    }
}
