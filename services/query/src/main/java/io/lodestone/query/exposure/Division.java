package io.lodestone.query.exposure;

import io.lodestone.contracts.projects.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Into which cells a deal is divided as it and its project stand.
 *
 * @param project     null while nobody knows it
 * @param cells       one for each part of the split
 * @param minorDigits decimals of the deal's currency
 */
record Division(DealDimensions deal, @Nullable ProjectFact project, Split split, List<Cell> cells, int minorDigits) {

    static Division of(DealDimensions deal, @Nullable ProjectFact project) {
        var country = project == null ? Split.UNKNOWN : project.country();
        var split = project == null ? Split.NOT_KNOWN : Split.of(project.minerals(), project.segments());
        var cells = split.parts().stream()
                .map(part -> new Cell(deal, country, part.mineral(), part.segment()))
                .toList();
        return new Division(deal, project, split, cells, MinorDigits.of(deal.currency()));
    }

    boolean isOf(DealDimensions otherDeal, @Nullable ProjectFact otherProject) {
        return deal.equals(otherDeal) && Objects.equals(project, otherProject);
    }

    /** The parts of the whole sum up to it exactly. */
    Map<Cell, Line> divide(Measures whole) {
        var shares = whole.divided(split, minorDigits);
        var lines = new LinkedHashMap<Cell, Line>();
        for (int i = 0; i < shares.size(); i++) {
            lines.put(cells.get(i), new Line(shares.get(i), 1));
        }
        return lines;
    }
}
