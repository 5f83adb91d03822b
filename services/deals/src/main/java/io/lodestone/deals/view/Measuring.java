package io.lodestone.deals.view;

import static io.lodestone.contracts.limits.LimitEvent.LIMITS;

import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.known.KnownProjects;
import io.lodestone.deals.limit.Gauge;
import io.lodestone.deals.limit.Headroom;
import io.lodestone.deals.limit.Headroom.Move;
import io.lodestone.deals.limit.Limits;
import io.lodestone.deals.limit.Place;
import io.lodestone.deals.limit.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What acts do to limits, in the transaction of the act. Ask for the gauges before a deal is locked; then either say at
 * once what was done, or note it and settle it together with other deals before the transaction ends.
 */
@ApplicationScoped
public class Measuring {

    private final Limits limits;
    private final Headroom headroom;
    private final KnownProjects projects;
    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transaction;

    Measuring(
            Limits limits,
            Headroom headroom,
            KnownProjects projects,
            Outbox outbox,
            TransactionSynchronizationRegistry transaction) {
        this.limits = limits;
        this.headroom = headroom;
        this.projects = projects;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** What several acts of one transaction do, told together. */
    private record Noted(List<Gauge> gauges, Map<UUID, Move> moves) {}

    /** The limits in the books; none changes until this transaction ends. */
    public List<Gauge> gauges() {
        return limits.inBooks();
    }

    /**
     * A deal was acted on.
     *
     * @param before where it stood, null for a new deal
     * @throws io.lodestone.deals.limit.LimitRefusal.LimitExceeded when a limit does not allow it
     */
    public void acted(List<Gauge> gauges, @Nullable Standing before, Standing after, By by) {
        tell(gauges, List.of(new Move(before, after)), by);
    }

    /** Call it first in a transaction that notes: it asks for the gauges, once. */
    public void begin() {
        if (noted() == null) {
            transaction.putResource(Noted.class, new Noted(limits.inBooks(), new LinkedHashMap<>()));
        }
    }

    /** A deal was acted on; {@link #settle} says what that means. */
    public void note(@Nullable Standing before, Standing after) {
        var noted = noted();
        if (noted == null) {
            throw new IllegalStateException("begin first: limits are locked before deals");
        }
        noted.moves()
                .merge(after.deal(), new Move(before, after), (first, last) -> new Move(first.before(), last.after()));
    }

    /** Nothing happens when nothing was noted. */
    public void settle(By by) {
        var noted = noted();
        if (noted != null && !noted.moves().isEmpty()) {
            tell(noted.gauges(), List.copyOf(noted.moves().values()), by);
            noted.moves().clear();
        }
    }

    /** What the project of a deal says, when somebody asks. */
    public Supplier<Place> placeOf(Standing deal) {
        return projects.placeOf(deal);
    }

    /** Writes facts about limits down, as the caller's. */
    public void tell(List<LimitEvent> facts) {
        outbox.addAll(LIMITS, facts);
    }

    private void tell(List<Gauge> gauges, List<Move> moves, By by) {
        tell(headroom.move(gauges, moves, projects::placeOf, by));
    }

    private @Nullable Noted noted() {
        return (Noted) transaction.getResource(Noted.class);
    }
}
