package io.lodestone.stockpiles.browsing;

import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;

import io.lodestone.chassis.http.Answers;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Histories;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.outbox.RecordedFact.CloudEvent;
import io.lodestone.stockpiles.view.Keeper;
import io.lodestone.stockpiles.view.StockpileView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/stockpiles")
@Produces("application/json")
@RolesAllowed({
    "deal-officer",
    "deal-approver",
    "project-registrar",
    "stockpile-manager",
    "analyst",
    "partner",
    "operator"
})
class StockpilesResource {

    private final Browsing browsing;
    private final Pages pages;
    private final Answers answers;
    private final Caller caller;
    private final Histories histories;

    StockpilesResource(Browsing browsing, Pages pages, Answers answers, Caller caller, Histories histories) {
        this.browsing = browsing;
        this.pages = pages;
        this.answers = answers;
        this.caller = caller;
        this.histories = histories;
    }

    @GET
    @Operation(summary = "Stockpiles that you may see, in the order in which they were opened")
    @APIResponseSchema(StockpileView.class)
    public Response list(@QueryParam("custodian") @Nullable String custodian, @BeanParam PageRequest page) {
        var found = browsing.many(Keeper.of(caller), custodian, page.after(), page.limit() + 1);
        return pages.answer(Page.of(found, page, StockpileView::id));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One stockpile")
    @APIResponseSchema(StockpileView.class)
    public Response get(@PathParam("id") UUID id) {
        return answers.of(browsing.one(id, Keeper.of(caller)));
    }

    @GET
    @Path("/{id}/levels")
    @Operation(summary = "What is on hand, by material and basis, beside what is required")
    @APIResponseSchema(LevelView.class)
    public Response levels(@PathParam("id") UUID id) {
        return pages.answer(new Page<>(browsing.levels(id, Keeper.of(caller)), null));
    }

    @GET
    @Path("/{id}/movements")
    @Operation(summary = "The ledger, oldest first, each movement with its digest")
    @APIResponseSchema(MovementView.class)
    public Response movements(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = browsing.movements(id, Keeper.of(caller), page.after(), page.limit() + 1);
        return pages.answer(Page.of(found, page, MovementView::id));
    }

    @GET
    @Path("/{id}/movements/verification")
    @Operation(summary = "Walks the whole ledger: does every digest hold, is every balance the sum of its movements")
    @APIResponseSchema(Verification.class)
    public Response verification(@PathParam("id") UUID id) {
        return Response.ok(browsing.verify(id, Keeper.of(caller)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "The stockpile's facts, oldest first, as complete CloudEvents")
    @APIResponseSchema(CloudEvent.class)
    public Response events(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        browsing.mustBeVisible(id, Keeper.of(caller));
        return histories.answer(STOCKPILES, id, page);
    }
}
