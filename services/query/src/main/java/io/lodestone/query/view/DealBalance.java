package io.lodestone.query.view;

import io.lodestone.query.exposure.Cell;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Measures;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deal as its entries have it, in one currency: what it stands at in each place, and what moved it day by day. */
public final class DealBalance {

    private final UUID deal;
    private final String reference;
    private final String currency;
    private final Map<Map<Dimension, String>, Measures> amounts = new LinkedHashMap<>();
    private final Map<Map<Dimension, String>, Integer> presence = new LinkedHashMap<>();
    private final NavigableMap<LocalDate, Measures> movements = new TreeMap<>();

    public DealBalance(UUID deal, String reference, String currency) {
        this.deal = deal;
        this.reference = reference;
        this.currency = currency;
    }

    /** A deal that is on no book yet, from the entries it would make. */
    public static DealBalance of(List<Entry> entries) {
        var first = entries.getFirst();
        var balance = new DealBalance(
                first.dealId(), first.reference(), first.cell().deal().currency());
        entries.forEach(
                entry -> balance.add(place(entry.cell()), entry.effectiveOn(), entry.amounts(), entry.presence()));
        return balance;
    }

    private static Map<Dimension, String> place(Cell cell) {
        var place = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var value = value(cell, dimension);
            if (value != null) {
                place.put(dimension, value);
            }
        }
        return place;
    }

    private static @Nullable String value(Cell cell, Dimension dimension) {
        var deal = cell.deal();
        return switch (dimension) {
            case AGENCY -> deal.agency();
            case INSTRUMENT -> deal.instrument();
            case PROGRAM -> deal.program();
            case MINERAL -> cell.mineral();
            case SEGMENT -> cell.segment();
            case COUNTRY -> cell.country();
            case OBLIGOR -> deal.obligor();
            case PACKAGE -> deal.packageId() == null ? null : deal.packageId().toString();
            case PROJECT -> deal.projectId().toString();
            case STATUS -> deal.status();
        };
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
