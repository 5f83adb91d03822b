package io.lodestone.query.exposure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** By how much entries that come and go move their cells: each cell once, in the order of ids. */
public final class CellMoves {

    private final Map<Place, Line> moves = new HashMap<>();

    private record Place(String releaseClass, Cell cell) {}

    public void come(List<Entry> entries) {
        entries.forEach(entry -> move(entry, new Line(entry.amounts(), entry.presence())));
    }

    public void go(List<Entry> entries) {
        entries.forEach(entry -> move(entry, new Line(entry.amounts(), entry.presence()).negated()));
    }

    /** Cells that end where they were are left out. */
    public Map<PlacedCell, Line> moved() {
        var moved = new TreeMap<PlacedCell, Line>();
        moves.forEach((place, line) -> {
            if (!line.isNothing()) {
                moved.put(PlacedCell.of(place.releaseClass, place.cell), line);
            }
        });
        return moved;
    }

    private void move(Entry entry, Line by) {
        moves.merge(new Place(entry.releaseClass(), entry.cell()), by, Line::plus);
    }
}
