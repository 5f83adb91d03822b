package io.lodestone.query.exposure;

import java.util.UUID;

/**
 * A cell as one deal stands in it. Entries of a deal are many, its places few: an entry names its place, and what is said
 * here is kept once.
 *
 * @param id           made from the deal and all the rest, so that the same place has the same id in every generation
 * @param reference    the deal's, as it is now
 * @param releaseClass the deal's, as it is now: who may see a deal today decides over its past too
 */
public record Place(UUID id, String reference, String releaseClass, Cell cell) {

    static Place of(ContentId ids, UUID dealId, String reference, String releaseClass, Cell cell) {
        return new Place(ids.ofCell(cell, dealId, reference, releaseClass), reference, releaseClass, cell);
    }
}
