package io.lodestone.deals.limiting;

import static io.lodestone.contracts.limits.LimitEvent.LIMITS;

import io.lodestone.chassis.http.Trace;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.deals.limit.Books;
import io.lodestone.deals.limit.Limits;
import io.lodestone.deals.limit.Reservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** What the passing of a day does to limits. */
@ApplicationScoped
class DayPassing {

    /** Keeps a transaction, and the locks it holds, under a second. */
    private static final int HOLDS_MAX = 100;

    private final Limits limits;
    private final Books books;
    private final Reservations reservations;
    private final Outbox outbox;
    private final Clock clock;

    DayPassing(Limits limits, Books books, Reservations reservations, Outbox outbox, Clock clock) {
        this.limits = limits;
        this.books = books;
        this.reservations = reservations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells of the holds that are over, each once; the rest of a long list the next time. */
    @Transactional
    public void expire() {
        tell(reservations.expire(limits.inBooks(), HOLDS_MAX, clock.instant()));
    }

    /** Tells what a limit that came into force, or went out of it, means. */
    @Transactional
    public void review() {
        tell(books.review(limits.alone(), clock.instant()));
    }

    private void tell(List<LimitEvent> facts) {
        var cause = new Provenance("service:deals", Trace.fresh());
        facts.forEach(fact -> outbox.add(LIMITS, fact, cause));
    }
}
