package io.lodestone.query.view;

import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measures;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up deals cell by cell in memory, as {@link Sums} does in the database: a deal counts once in a cell. */
public final class Tally {

    private final Question question;
    private final String currency;
    private final Map<Map<String, @Nullable String>, Sum> cells = new HashMap<>();
    private Sum total;

    public Tally(Question question, String currency) {
        this.question = question;
        this.currency = currency;
        this.total = Sum.nothing(Map.of(), currency);
    }

    /** @param amounts of the deal, place by place, in the currency of this tally */
    public void add(DealBalance deal, Map<Map<Dimension, String>, Measures> amounts) {
        var here = new HashSet<Map<String, @Nullable String>>();
        boolean present = false;
        for (var entry : amounts.entrySet()) {
            var place = entry.getKey();
            if (!question.wants(place)) {
                continue;
            }
            var labels = question.labels(place);
            boolean counts = deal.isPresentIn(place) && here.add(labels);
            cells.merge(labels, new Sum(labels, currency, entry.getValue(), counts ? 1 : 0), Sum::plus);
            total = total.plus(new Sum(Map.of(), currency, entry.getValue(), 0));
            present = present || deal.isPresentIn(place);
        }
        total = total.plus(new Sum(Map.of(), currency, Measures.ZERO, present ? 1 : 0));
    }

    /** Those that are not empty, in the order of their labels. */
    public List<Sum> cells() {
        return cells.values().stream()
                .filter(sum -> !sum.isNothing())
                .sorted(Sum.BY_LABELS)
                .toList();
    }

    public Sum total() {
        return total;
    }
}
