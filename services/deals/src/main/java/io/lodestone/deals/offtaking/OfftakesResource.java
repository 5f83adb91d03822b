package io.lodestone.deals.offtaking;

import static io.lodestone.contracts.deals.OfftakeEvent.OFFTAKES;

import io.lodestone.chassis.http.Answers;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Histories;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Pages;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

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
    @Operation(summary = "The offtake agreements you may see, in pages; those with discrepancies, or those without")
    public Response list(@QueryParam("discrepancies") @Nullable String discrepancies, @BeanParam PageRequest page) {
        var sight = caller.sight();
        var discrepant = flag("discrepancies", discrepancies);
        var found = offtakes.find(
                        "(releaseClass in ?1 or agency = ?2) and discrepant in ?3 and id > ?4 order by id",
                        sight.classes(),
                        sight.agency() == null ? "" : sight.agency(),
                        discrepant == null ? List.of(true, false) : List.of(discrepant),
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

    private static @Nullable Boolean flag(String name, @Nullable String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new ProblemException(Problem.invalid(name, "is true or false"));
        }
        return value == null ? null : Boolean.valueOf(value);
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
