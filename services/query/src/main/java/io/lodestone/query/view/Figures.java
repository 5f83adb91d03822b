package io.lodestone.query.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** With more deals of other figures in the same currency; those are not counted in these. */
    public Figures with(List<Sum> more, Sum ofMore) {
        var merged = new LinkedHashMap<Map<String, @Nullable String>, Sum>();
        cells.forEach(cell -> merged.put(cell.labels(), cell));
        more.forEach(cell -> merged.merge(cell.labels(), cell, Sum::plus));
        return new Figures(
                merged.values().stream().sorted(Sum.BY_LABELS).toList(), total.plus(ofMore), notConverted, conversion);
    }
}
