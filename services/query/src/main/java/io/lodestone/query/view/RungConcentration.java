package io.lodestone.query.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.query.exposure.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one rung is spread over the cells of a cut. Shares are in percent, with up to four decimals.
 *
 * @param total           of all parts
 * @param parts           how many there are
 * @param hhi             Herfindahl-Hirschman index, 0 to 10,000; null where a part is below zero
 * @param effectiveNumber as many parts of equal size would be as concentrated
 * @param topShare        of the listed parts together
 * @param top             the largest parts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RungConcentration(
        String measure,
        String total,
        int parts,
        @Nullable String hhi,
        @Nullable String effectiveNumber,
        @Nullable String topShare,
        List<Part> top) {

    /** A part: its labels, amount and share. */
    public record Part(
            Map<String, @Nullable String> labels,
            String amount,
            @Nullable String share) {

        @JsonValue
        ObjectNode json() {
            var json = JsonNodeFactory.instance.objectNode();
            labels.forEach(json::put);
            return json.put("amount", amount).put("share", share);
        }
    }

    /** One for every rung that is not zero. @param most parts that are listed */
    public static List<RungConcentration> of(List<Sum> cells, List<Measure> measures, int most) {
        return measures.stream()
                .filter(measure -> cells.stream()
                        .anyMatch(cell -> cell.measures().of(measure).signum() != 0))
                .map(measure -> of(cells, measure, most))
                .toList();
    }

    private static RungConcentration of(List<Sum> cells, Measure measure, int most) {
        var parts = cells.stream()
                .filter(cell -> cell.measures().of(measure).signum() != 0)
                .sorted(Comparator.comparing((Sum cell) -> cell.measures().of(measure))
                        .reversed()
                        .thenComparing(Sum.BY_LABELS))
                .toList();
        var currency = parts.getFirst().currency();
        var concentration = Concentration.of(
                parts.stream().map(part -> part.measures().of(measure)).toList());
        return new RungConcentration(
                measure.field(),
                Sum.plain(concentration.whole(), currency),
                parts.size(),
                concentration.hhi(),
                concentration.effectiveNumber(),
                concentration.shareOfLargest(most),
                parts.stream()
                        .limit(most)
                        .map(part -> new Part(
                                part.labels(),
                                Sum.plain(part.measures().of(measure), currency),
                                concentration.share(part.measures().of(measure))))
                        .toList());
    }
}
