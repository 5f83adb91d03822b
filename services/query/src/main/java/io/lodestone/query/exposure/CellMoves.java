package io.lodestone.query.exposure;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** By how much entries that come and go move their cells: each cell once, in the order of ids. */
public final class CellMoves {

    private final SortedMap<PlacedCell, Line> moves = new TreeMap<>();

    public void come(List<Entry> entries) {
        entries.forEach(entry -> move(entry, new Line(entry.amounts(), entry.presence())));
    }

    public void go(List<Entry> entries) {
        entries.forEach(entry -> move(entry, new Line(entry.amounts(), entry.presence()).negated()));
    }

    /** Cells that end where they were are left out. */
    public Map<PlacedCell, Line> moved() {
        var moved = new TreeMap<>(moves);
        moved.values().removeIf(Line::isNothing);
        return moved;
    }

    private void move(Entry entry, Line by) {
        moves.merge(PlacedCell.of(entry), by, Line::plus);
    }
}
