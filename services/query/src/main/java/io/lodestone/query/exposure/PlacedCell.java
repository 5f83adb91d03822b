package io.lodestone.query.exposure;

import java.util.UUID;

/**
 * A cell, apart by who may see what is in it.
 *
 * @param id made from all the rest, so that the same cell has the same id in every generation
 */
public record PlacedCell(UUID id, String releaseClass, Cell cell) implements Comparable<PlacedCell> {

    static PlacedCell of(ContentId ids, String releaseClass, Cell cell) {
        var deal = cell.deal();
        var id = ids.ofParts(
                releaseClass,
                deal.agency(),
                deal.instrument(),
                deal.program(),
                cell.mineral(),
                cell.segment(),
                cell.country(),
                deal.obligor(),
                deal.obligorLei(),
                deal.packageId(),
                deal.projectId(),
                deal.status(),
                deal.currency());
        return new PlacedCell(id, releaseClass, cell);
    }

    /** In the order of ids, so that two writers cannot hold what the other one waits for. */
    @Override
    public int compareTo(PlacedCell other) {
        return id.compareTo(other.id);
    }
}
