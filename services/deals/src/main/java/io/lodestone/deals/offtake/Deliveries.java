package io.lodestone.deals.offtake;

import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDelivered;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What changed hands, day by day, as each side tells it; a day has one sum, so a long agreement stays small.
 *
 * @param delivered what the seller reported
 * @param received  what the buying stockpile received
 */
public record Deliveries(SortedMap<LocalDate, Tonnes> delivered, SortedMap<LocalDate, Tonnes> received) {

    /** Who reports a delivery. */
    public enum Side {
        SELLER,
        BUYER
    }

    static final Deliveries NONE = new Deliveries(Collections.emptySortedMap(), Collections.emptySortedMap());

    Deliveries with(OfftakeDelivered fact) {
        return switch (Side.valueOf(fact.reportedBy())) {
            case SELLER -> new Deliveries(plus(delivered, fact), received);
            case BUYER -> new Deliveries(delivered, plus(received, fact));
        };
    }

    Tonnes deliveredInAll() {
        return sum(delivered);
    }

    Tonnes receivedInAll() {
        return sum(received);
    }

    static Tonnes sum(SortedMap<LocalDate, Tonnes> days) {
        return days.values().stream().reduce(Tonnes.ZERO, Tonnes::plus);
    }

    private static SortedMap<LocalDate, Tonnes> plus(SortedMap<LocalDate, Tonnes> days, OfftakeDelivered fact) {
        var all = new TreeMap<>(days);
        all.merge(fact.deliveredOn(), fact.tonnes(), Tonnes::plus);
        return all;
    }
}
