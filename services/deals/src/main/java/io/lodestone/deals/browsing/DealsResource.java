package io.lodestone.deals.browsing;

import static io.lodestone.contracts.deals.DealEvent.DEALS;

import io.lodestone.chassis.http.Answers;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Histories;
import io.lodestone.chassis.http.Nearest;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Reads of deals. */
@Path("/v1/deals")
@Produces("application/json")
@Authenticated
class DealsResource {

    private final Deals deals;
    private final DealSearch search;
    private final Histories histories;
    private final Caller caller;
    private final Answers answers;
    private final Pages pages;

    DealsResource(Deals deals, DealSearch search, Histories histories, Caller caller, Answers answers, Pages pages) {
        this.deals = deals;
        this.search = search;
        this.histories = histories;
        this.caller = caller;
        this.answers = answers;
        this.pages = pages;
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
                    code("agency", agency, Agency.values()),
                    code("status", status, DealStatus.values()),
                    code("instrument", instrument, Instrument.values()),
                    id("projectId", projectId),
                    id("packageId", packageId),
                    country,
                    code("mineral", mineral, Mineral.values()),
                    obligor,
                    flag("crossDefault", crossDefault),
                    moment("changedSince", changedSince));
        }

        private static @Nullable String code(String name, @Nullable String value, Enum<?>[] known) {
            var codes = Arrays.stream(known).map(Enum::name).toList();
            if (value != null && !codes.contains(value)) {
                throw new ProblemException(Problem.invalid(name, value + " is not a known code")
                        .with("allowed", Nearest.to(value, codes)));
            }
            return value;
        }

        private static @Nullable Boolean flag(String name, @Nullable String value) {
            if (value != null && !value.equals("true") && !value.equals("false")) {
                throw new ProblemException(Problem.invalid(name, "is true or false"));
            }
            return value == null ? null : Boolean.valueOf(value);
        }

        private static @Nullable UUID id(String name, @Nullable String value) {
            try {
                return value == null ? null : UUID.fromString(value);
            } catch (IllegalArgumentException e) {
                throw new ProblemException(Problem.invalid(name, "is not an id (UUID)"));
            }
        }

        private static @Nullable Instant moment(String name, @Nullable String value) {
            try {
                return value == null ? null : Instant.parse(value);
            } catch (DateTimeException e) {
                throw new ProblemException(Problem.invalid(name, "is not a moment such as 2026-05-21T14:03:11Z"));
            }
        }
    }

    @GET
    @Operation(summary = "The deals you may see, in pages; every filter narrows the list")
    public Response list(@BeanParam Asked asked, @BeanParam PageRequest page) {
        var found = Page.of(search.find(asked.filter(), page, caller.sight()), page, Deal::id);
        return pages.answer(new Page<>(found.items().stream().map(DealView::of).toList(), found.next()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One deal")
    public Response read(@PathParam("id") UUID id) {
        return answers.of(DealView.of(visible(id)));
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "The facts of one deal, oldest first, as complete CloudEvents")
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
