package io.lodestone.deals.ruling;

import io.lodestone.chassis.http.Commands;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.deals.deal.Act.OverrideRule;
import io.lodestone.deals.deal.Act.SendNotice;
import io.lodestone.deals.view.DealView;
import io.lodestone.deals.view.Dealing;
import io.lodestone.deals.view.Rulings;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

/** The rules of one deal. */
@Path("/v1/deals/{id}")
@Produces("application/json")
@Consumes("application/json")
@Authenticated
class DealRulesResource {

    private final Commands commands;
    private final Dealing dealing;
    private final Rulings rulings;
    private final Pages pages;

    DealRulesResource(Commands commands, Dealing dealing, Rulings rulings, Pages pages) {
        this.commands = commands;
        this.dealing = dealing;
        this.rulings = rulings;
        this.pages = pages;
    }

    /** Why a rule shall not hold the deal up. */
    record OverrideReason(@NotNull String reason, @Nullable LocalDate effectiveOn) {}

    @GET
    @Path("/rules")
    @Operation(summary = "Each statutory rule that applies to the deal, and how it stands today")
    @APIResponseSchema(value = RuleView.class, responseCode = "200")
    public Response rules(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var deal = dealing.visible(id);
        var found = rulings.about(deal, dealing.by().today());
        return pages.answer(Page.ofAll(found.stream().map(RuleView::of).toList(), page, RuleView::key));
    }

    @POST
    @Path("/notices")
    @RolesAllowed("deal-officer")
    @Operation(summary = "A statutory notice was sent; the clock of its rule starts")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response sendNotice(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull SendNotice act) {
        return commands.act(() -> dealing.act(id, ifMatch, act));
    }

    @POST
    @Path("/rules/{ruleId}/override")
    @RolesAllowed("deal-approver")
    @Operation(summary = "The rule shall not hold the deal up; not by whoever submitted the deal")
    @APIResponseSchema(value = DealView.class, responseCode = "200")
    public Response override(
            @PathParam("id") UUID id,
            @PathParam("ruleId") String ruleId,
            @HeaderParam("If-Match") @DefaultValue(IfMatch.MISSING) IfMatch ifMatch,
            @Valid @NotNull OverrideReason act) {
        return commands.act(
                () -> dealing.act(id, ifMatch, new OverrideRule(ruleId, act.reason(), null, act.effectiveOn())));
    }
}
