package io.lodestone.query.exposure;

import java.util.UUID;

/**
 * A cell, apart by who may see what is in it.
 *
 * @param id made from all the rest, so that the same cell has the same id in every generation
 */
public record PlacedCell(UUID id, String releaseClass, Cell cell) implements Comparable<PlacedCell> {

    static PlacedCell of(ContentId ids, String releaseClass, Cell cell) {
        return new PlacedCell(ids.ofCell(cell, releaseClass), releaseClass, cell);
    }

    /** In the order of ids, so that two writers cannot hold what the other one waits for. */
    @Override
    public int compareTo(PlacedCell other) {
        return id.compareTo(other.id);
    }
}
