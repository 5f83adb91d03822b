package io.lodestone.query.exposure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is in one cell, or by how much that changed.
 *
 * @param presence how many deals are in the cell; as a change how many more
 */
public record Line(Measures amounts, int presence) {

    private static final Line NOTHING = new Line(Measures.ZERO, 0);

    boolean isNothing() {
        return presence == 0 && amounts.isZero();
    }

    /** As a change: whether something goes out of the cell, so that it may be empty then. */
    public boolean takesAway() {
        return presence < 0 || amounts.isAnyNegative();
    }

    /** Cell by cell; cells without a difference are left out. */
    static Map<Cell, Line> difference(Map<Cell, Line> after, Map<Cell, Line> before) {
        var changes = new LinkedHashMap<Cell, Line>();
        before.forEach((cell, line) ->
                changes.put(cell, after.getOrDefault(cell, NOTHING).minus(line)));
        after.forEach((cell, line) -> changes.putIfAbsent(cell, line));
        changes.values().removeIf(Line::isNothing);
        return changes;
    }

    Line plus(Line other) {
        return new Line(amounts.plus(other.amounts), presence + other.presence);
    }

    Line negated() {
        return NOTHING.minus(this);
    }

    private Line minus(Line other) {
        return new Line(amounts.minus(other.amounts), presence - other.presence);
    }
}
