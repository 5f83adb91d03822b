package io.lodestone.query.view;

import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measures;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** A deal as its entries have it, in one currency: what it stands at in each place, and what moved it day by day. */
public final class Standing {

    private final UUID deal;
    private final String reference;
    private final String currency;
    private final Map<Map<Dimension, String>, Measures> amounts = new LinkedHashMap<>();
    private final Map<Map<Dimension, String>, Integer> presence = new LinkedHashMap<>();
    private final NavigableMap<LocalDate, Measures> movements = new TreeMap<>();

    public Standing(UUID deal, String reference, String currency) {
        this.deal = deal;
        this.reference = reference;
        this.currency = currency;
    }

    /** @param place without the dimensions that have no value */
    public void add(Map<Dimension, String> place, LocalDate day, Measures moved, int came) {
        amounts.merge(place, moved, Measures::plus);
        presence.merge(place, came, Integer::sum);
        movements.merge(day, moved, Measures::plus);
    }

    public UUID deal() {
        return deal;
    }

    public String reference() {
        return reference;
    }

    public String currency() {
        return currency;
    }

    /** In a fixed order. */
    public Map<Map<Dimension, String>, Measures> amounts() {
        return Collections.unmodifiableMap(amounts);
    }

    public boolean isPresentIn(Map<Dimension, String> place) {
        return presence.getOrDefault(place, 0) > 0;
    }

    /** Of the whole deal. */
    public NavigableMap<LocalDate, Measures> movements() {
        return Collections.unmodifiableNavigableMap(movements);
    }
}
