package io.lodestone.query.exposure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** By how much entries that come and go move their cells: each cell once, in the order of ids. */
public final class CellMoves {

    private final Map<UUID, Place> places = new HashMap<>();
    private final Map<UUID, Line> moves = new HashMap<>();

    public void come(List<Entry> entries) {
        entries.forEach(entry -> move(entry, new Line(entry.amounts(), entry.presence())));
    }

    public void go(List<Entry> entries) {
        entries.forEach(entry -> move(entry, new Line(entry.amounts(), entry.presence()).negated()));
    }

    /** Cells that end where they were are left out. */
    public Map<PlacedCell, Line> moved() {
        var ids = new ContentId();
        var moved = new TreeMap<PlacedCell, Line>();
        places.forEach((id, place) -> {
            var by = moves.get(id);
            if (by != null && !by.isNothing()) {
                moved.merge(PlacedCell.of(ids, place.releaseClass(), place.cell()), by, Line::plus);
            }
        });
        moved.values().removeIf(Line::isNothing);
        return moved;
    }

    private void move(Entry entry, Line by) {
        places.putIfAbsent(entry.place().id(), entry.place());
        moves.merge(entry.place().id(), by, Line::plus);
    }
}
