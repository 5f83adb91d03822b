package io.lodestone.deals.offtaking;

import static io.lodestone.chassis.http.FilterValue.code;
import static io.lodestone.chassis.http.FilterValue.flag;
import static io.lodestone.chassis.http.FilterValue.id;
import static io.lodestone.chassis.http.FilterValue.moment;
import static io.lodestone.contracts.deals.OfftakeEvent.OFFTAKES;

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
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.deals.offtake.Offtake;
import io.lodestone.deals.offtake.OfftakeRefusal.NoSuchOfftake;
import io.lodestone.deals.offtake.OfftakeStatus;
import io.lodestone.deals.offtaking.OfftakeSearch.Filter;
import io.lodestone.deals.view.OfftakeView;
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

/** Reads of offtake agreements. */
@Path("/v1/offtakes")
@Produces("application/json")
@Authenticated
class OfftakesResource {

    private static final Listing<Offtake, OfftakeView> OFFTAKES_LIST = new Listing<>(
            OfftakeView.class,
            OfftakeView::of,
            Offtake::id,
            List.of(
                    SortKey.text("reference", offtake -> offtake.agreement().reference()),
                    SortKey.text("agency", offtake -> offtake.agreement().agency()),
                    SortKey.text("mineral", offtake -> offtake.agreement().mineral()),
                    new SortKey<>("changedAt", Offtake::changedAt, Instant::parse)));

    private final OfftakeSearch search;
    private final Histories histories;
    private final Caller caller;
    private final Answers answers;
    private final Lists lists;

    OfftakesResource(OfftakeSearch search, Histories histories, Caller caller, Answers answers, Lists lists) {
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

        @QueryParam("projectId")
        @Nullable
        String projectId;

        @QueryParam("mineral")
        @Nullable
        String mineral;

        @QueryParam("discrepancies")
        @Nullable
        String discrepancies;

        @QueryParam("changedSince")
        @Nullable
        String changedSince;

        Filter filter() {
            return new Filter(
                    code("agency", agency, Agency.class),
                    code("status", status, OfftakeStatus.class),
                    id("projectId", projectId),
                    code("mineral", mineral, Mineral.class),
                    flag("discrepancies", discrepancies),
                    moment("changedSince", changedSince));
        }
    }

    @GET
    @Produces({"application/json", Imports.NDJSON, Imports.CSV, Lists.ANYTHING})
    @Operation(
            summary = "The offtake agreements you may see; every filter narrows the list",
            description = "As JSON in pages. As application/x-ndjson or text/csv all of them, streamed, whatever limit "
                    + "says; a stream that ends in an error breaks off. discrepancies asks for agreements where the two "
                    + "sides differ, or for those where they do not.")
    @APIResponseSchema(OfftakeView.class)
    public Response list(@BeanParam Asked asked, @BeanParam ListRequest request) {
        var filter = asked.filter();
        var sight = caller.sight();
        return lists.answer(OFFTAKES_LIST, request, slice -> search.find(filter, slice, sight));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One offtake agreement")
    @APIResponseSchema(OfftakeView.class)
    public Response read(@PathParam("id") UUID id) {
        return answers.of(OfftakeView.of(visible(id)));
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "The facts of one offtake agreement, oldest first, as complete CloudEvents")
    @APIResponseSchema(CloudEvent.class)
    public Response events(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        visible(id);
        return histories.answer(OFFTAKES, id, page);
    }

    private Offtake visible(UUID id) {
        var offtake = search.read(id);
        var agreed = offtake.agreement();
        if (!caller.sight()
                .mayRead(agreed.releaseClass().name(), agreed.agency().name())) {
            throw new NoSuchOfftake(id);
        }
        return offtake;
    }
}
