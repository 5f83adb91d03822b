package io.lodestone.query.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a question comes to.
 *
 * @param cells        those that are not empty, in the order of their labels
 * @param total        the sum of all cells, each deal counted once
 * @param notConverted the undivided figures in other currencies; empty when they are in the cells
 * @param conversion   how other currencies came into the cells; null when they did not
 */
public record Figures(
        List<Sum> cells,
        Sum total,
        List<Sum> notConverted,
        @Nullable ConversionView conversion) {

    public Figures {
        cells = List.copyOf(cells);
        notConverted = List.copyOf(notConverted);
    }

    /** With deals that are not in them, each in its own currency. */
    Figures with(List<DealBalance> more, Question question) {
        if (more.isEmpty()) {
            return this;
        }
        var tallies = new TreeMap<String, Tally>();
        more.forEach(deal -> tallies.computeIfAbsent(deal.currency(), currency -> new Tally(question, currency))
                .add(deal, deal.amounts()));
        var here = tallies.remove(question.currency());
        var others = tallies.entrySet().stream()
                .map(tally -> new Sum(
                        Map.of("currency", tally.getKey()),
                        tally.getKey(),
                        tally.getValue().total().measures(),
                        tally.getValue().total().deals()))
                .toList();
        return new Figures(
                here == null ? cells : merged(cells, here.cells()),
                here == null ? total : total.plus(here.total()),
                merged(notConverted, others),
                conversion);
    }

    private static List<Sum> merged(List<Sum> some, List<Sum> more) {
        var merged = new LinkedHashMap<Map<String, @Nullable String>, Sum>();
        some.forEach(sum -> merged.put(sum.labels(), sum));
        more.forEach(sum -> merged.merge(sum.labels(), sum, Sum::plus));
        return merged.values().stream().sorted(Sum.BY_LABELS).toList();
    }
}
