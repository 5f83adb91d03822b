package io.lodestone.deals.limiting;

import io.lodestone.chassis.time.Ids;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.deals.known.KnownProjects;
import io.lodestone.deals.limit.Books;
import io.lodestone.deals.limit.Limit;
import io.lodestone.deals.limit.LimitTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Writes a limit into the books, whoever set it. Called while nobody else measures. */
@ApplicationScoped
class Enactment {

    private final Books books;
    private final KnownProjects projects;
    private final Clock clock;
    private final Ids ids;

    Enactment(Books books, KnownProjects projects, Clock clock, Ids ids) {
        this.books = books;
        this.projects = projects;
        this.clock = clock;
        this.ids = ids;
    }

    UUID newId() {
        return ids.next();
    }

    List<LimitEvent> today(Limit limit, LimitTerms terms) {
        return on(LocalDate.now(clock), limit, terms);
    }

    /** @param day on which it took effect, today at the latest */
    List<LimitEvent> on(LocalDate day, Limit limit, LimitTerms terms) {
        return books.set(limit, terms, day, clock.instant(), projects::placeOf);
    }
}
