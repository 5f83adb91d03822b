package io.lodestone.query.known.ledger;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Cell;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.PlainFold;
import io.lodestone.query.view.Figures;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers questions about a {@link RandomHistory} by folding all its facts anew for each of them. */
final class PlainAnswers {

    private final RandomHistory history;
    private final Map<UUID, List<DealFact>> deals;

    PlainAnswers(RandomHistory history) {
        this.history = history;
        this.deals = history.byDeal();
    }

    /** Cells that are not empty by their labels, and the undivided figure of each currency under no labels. */
    record Plain(Map<Map<String, @Nullable String>, Sum> cells, Map<String, Sum> totals) {

        /** What an answer says of the same. */
        static Plain of(Figures figures, Question question) {
            var cells = new HashMap<Map<String, @Nullable String>, Sum>();
            figures.cells().forEach(sum -> cells.put(sum.labels(), sum));
            var totals = new HashMap<String, Sum>();
            figures.notConverted().forEach(sum -> totals.put(sum.currency(), unlabelled(sum)));
            if (!figures.total().isNothing()) {
                totals.put(question.currency(), unlabelled(figures.total()));
            }
            return new Plain(cells, totals);
        }

        private static Sum unlabelled(Sum sum) {
            return new Sum(Map.of(), sum.currency(), sum.measures(), sum.deals());
        }
    }

    Plain of(Question question, Sight sight) {
        var knownAt = question.knownAt() == null ? Instant.MAX : question.knownAt();
        var plain = new Plain(new HashMap<>(), new HashMap<>());
        deals.values().stream().filter(facts -> mayRead(sight, facts.getLast())).forEach(facts -> {
            var cells = new HashMap<Map<String, @Nullable String>, Sum>();
            var totals = new HashMap<String, Sum>();
            PlainFold.of(facts, history.projects(), question.asOf(), knownAt).forEach((cell, line) -> {
                var place = place(cell);
                var currency = cell.deal().currency();
                if (question.wants(place)) {
                    add(totals, currency, Map.of(), currency, line.amounts());
                    if (currency.equals(question.currency())) {
                        var labels = question.labels(place);
                        add(cells, labels, labels, currency, line.amounts());
                    }
                }
            });
            cells.forEach((labels, sum) -> plain.cells().merge(labels, sum, Sum::plus));
            totals.forEach((currency, sum) -> plain.totals().merge(currency, sum, Sum::plus));
        });
        plain.cells().values().removeIf(Sum::isNothing);
        plain.totals().values().removeIf(Sum::isNothing);
        return plain;
    }

    /** A deal with several parts in one place counts once. */
    private static <K> void add(
            Map<K, Sum> sums, K key, Map<String, @Nullable String> labels, String currency, Measures amounts) {
        sums.merge(
                key,
                new Sum(labels, currency, amounts, 1),
                (some, more) -> new Sum(labels, currency, some.measures().plus(more.measures()), 1));
    }

    private static boolean mayRead(Sight sight, DealFact newest) {
        return sight.mayRead(newest.releaseClass(), newest.dimensions().agency());
    }

    private static Map<Dimension, String> place(Cell cell) {
        var place = new EnumMap<Dimension, String>(Dimension.class);
        var deal = cell.deal();
        place.put(Dimension.AGENCY, deal.agency());
        place.put(Dimension.INSTRUMENT, deal.instrument());
        place.put(Dimension.MINERAL, cell.mineral());
        place.put(Dimension.SEGMENT, cell.segment());
        place.put(Dimension.COUNTRY, cell.country());
        place.put(Dimension.OBLIGOR, deal.obligor());
        place.put(Dimension.PROJECT, deal.projectId().toString());
        place.put(Dimension.STATUS, deal.status());
        if (deal.program() != null) {
            place.put(Dimension.PROGRAM, deal.program());
        }
        if (deal.packageId() != null) {
            place.put(Dimension.PACKAGE, deal.packageId().toString());
        }
        return place;
    }
}
