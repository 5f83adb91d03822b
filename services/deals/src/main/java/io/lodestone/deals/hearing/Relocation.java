package io.lodestone.deals.hearing;

import static io.lodestone.contracts.limits.LimitEvent.LIMITS;

import io.lodestone.chassis.feed.Heard;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.contracts.projects.ProjectEvent;
import io.lodestone.deals.known.KnownProjects;
import io.lodestone.deals.limit.Books;
import io.lodestone.deals.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** When a project's country or weights change, what its deals use of limits changes. Called inside the transaction of the feed. */
@ApplicationScoped
class Relocation {

    private final Limits limits;
    private final Books books;
    private final KnownProjects known;
    private final Outbox outbox;
    private final Clock clock;

    Relocation(Limits limits, Books books, KnownProjects known, Outbox outbox, Clock clock) {
        this.limits = limits;
        this.books = books;
        this.known = known;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param moved at least one fact */
    void follow(List<Heard<ProjectEvent>> moved) {
        var projects = moved.stream().map(fact -> fact.event().subject()).collect(Collectors.toSet());
        var provenance = Conclusion.from(moved.getLast().envelope());
        books.relocate(limits.alone(), projects, known::placeOf, clock.instant())
                .forEach(fact -> outbox.add(LIMITS, fact, provenance));
    }
}
