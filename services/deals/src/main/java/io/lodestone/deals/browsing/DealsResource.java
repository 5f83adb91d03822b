package io.lodestone.deals.browsing;

import static io.lodestone.chassis.http.FilterValue.code;
import static io.lodestone.chassis.http.FilterValue.flag;
import static io.lodestone.chassis.http.FilterValue.id;
import static io.lodestone.chassis.http.FilterValue.moment;
import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.http.Answers;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Histories;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.ListRequest;
import io.lodestone.chassis.http.Listing;
import io.lodestone.chassis.http.Lists;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.SortKey;
import io.lodestone.chassis.outbox.RecordedFact.CloudEvent;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.deals.browsing.DealSearch.Filter;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.view.DealView;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Reads of deals. */
@Path("/v1/deals")
@Produces("application/json")
@Authenticated
class DealsResource {

    private static final Listing<Deal, DealView> DEALS_LIST = new Listing<>(
            DealView.class,
            DealView::of,
            Deal::id,
            List.of(
                    SortKey.text("reference", deal -> deal.offer().reference()),
                    SortKey.text("agency", deal -> deal.offer().agency()),
                    SortKey.text("instrument", deal -> deal.offer().instrument()),
                    new SortKey<>("changedAt", Deal::changedAt, Instant::parse)),
            List.of("application/vnd.iati+xml"));

    private final Deals deals;
    private final DealSearch search;
    private final Histories histories;
    private final Caller caller;
    private final Answers answers;
    private final Lists lists;

    DealsResource(Deals deals, DealSearch search, Histories histories, Caller caller, Answers answers, Lists lists) {
        this.deals = deals;
        this.search = search;
        this.histories = histories;
        this.caller = caller;
        this.answers = answers;
        this.lists = lists;
    }

    /** The filters of the list. */
    static class Asked {

        @QueryParam("agency")
        @Nullable
        String agency;

        @QueryParam("status")
        @Nullable
        String status;

        @QueryParam("instrument")
        @Nullable
        String instrument;

        @QueryParam("projectId")
        @Nullable
        String projectId;

        @QueryParam("packageId")
        @Nullable
        String packageId;

        @QueryParam("country")
        @Nullable
        String country;

        @QueryParam("mineral")
        @Nullable
        String mineral;

        @QueryParam("obligor")
        @Nullable
        String obligor;

        @QueryParam("crossDefault")
        @Nullable
        String crossDefault;

        @QueryParam("changedSince")
        @Nullable
        String changedSince;

        Filter filter() {
            return new Filter(
                    code("agency", agency, Agency.class),
                    code("status", status, DealStatus.class),
                    code("instrument", instrument, Instrument.class),
                    id("projectId", projectId),
                    id("packageId", packageId),
                    country,
                    code("mineral", mineral, Mineral.class),
                    obligor,
                    flag("crossDefault", crossDefault),
                    moment("changedSince", changedSince));
        }
    }

    @GET
    @Produces({"application/json", Imports.NDJSON, Imports.CSV, Lists.ANYTHING})
    @Operation(
            summary = "The deals you may see; every filter narrows the list",
            description = "As JSON in pages. As application/x-ndjson or text/csv all of them, streamed, whatever limit "
                    + "says; a stream that ends in an error breaks off. As application/vnd.iati+xml it is "
                    + "/v1/exports/iati. changedSince holds from its moment on: a deal that changes while you read may "
                    + "come again, take the highest version.")
    @APIResponseSchema(DealView.class)
    public Response list(@BeanParam Asked asked, @BeanParam ListRequest request) {
        return lists.answer(DEALS_LIST, request, query(asked));
    }

    private Listing.Query<Deal> query(Asked asked) {
        var filter = asked.filter();
        var sight = caller.sight();
        return slice -> search.find(filter, slice, sight);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One deal")
    @APIResponseSchema(DealView.class)
    public Response read(@PathParam("id") UUID id) {
        return answers.of(DealView.of(visible(id)));
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "The facts of one deal, oldest first, as complete CloudEvents")
    @APIResponseSchema(CloudEvent.class)
    public Response events(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        visible(id);
        return histories.answer(DEALS, id, page);
    }

    private Deal visible(UUID id) {
        var deal = deals.read(id);
        if (!caller.sight()
                .mayRead(
                        deal.offer().releaseClass().name(),
                        deal.offer().agency().name())) {
            throw new NoSuchDeal(id);
        }
        return deal;
    }
}
