package io.lodestone.deals.offtaking;

import static io.lodestone.contracts.deals.OfftakeEvent.OFFTAKES;

import io.lodestone.chassis.http.Answers;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Histories;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.deals.offtake.Offtake;
import io.lodestone.deals.offtake.OfftakeRefusal.NoSuchOfftake;
import io.lodestone.deals.offtake.Offtakes;
import io.lodestone.deals.view.OfftakeView;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reads of offtake agreements. */
@Path("/v1/offtakes")
@Produces("application/json")
@Authenticated
class OfftakesResource {

    private final Offtakes offtakes;
    private final Histories histories;
    private final Caller caller;
    private final Answers answers;
    private final Pages pages;

    OfftakesResource(Offtakes offtakes, Histories histories, Caller caller, Answers answers, Pages pages) {
        this.offtakes = offtakes;
        this.histories = histories;
        this.caller = caller;
        this.answers = answers;
        this.pages = pages;
    }

    @GET
    @Operation(summary = "The offtake agreements you may see, in pages")
    public Response list(@BeanParam PageRequest page) {
        var sight = caller.sight();
        var found = offtakes.find(
                        "(releaseClass in ?1 or agency = ?2) and id > ?3 order by id",
                        sight.classes(),
                        sight.agency() == null ? "" : sight.agency(),
                        page.after().orElse(new UUID(0, 0)))
                .range(0, page.limit())
                .list();
        var items = Page.of(found, page, Offtake::id);
        return pages.answer(
                new Page<>(items.items().stream().map(OfftakeView::of).toList(), items.next()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One offtake agreement")
    public Response read(@PathParam("id") UUID id) {
        return answers.of(OfftakeView.of(visible(id)));
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "The facts of one offtake agreement, oldest first, as complete CloudEvents")
    public Response events(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        visible(id);
        return histories.answer(OFFTAKES, id, page);
    }

    private Offtake visible(UUID id) {
        var offtake = offtakes.read(id);
        var agreed = offtake.agreement();
        if (!caller.sight()
                .mayRead(agreed.releaseClass().name(), agreed.agency().name())) {
            throw new NoSuchOfftake(id);
        }
        return offtake;
    }
}
