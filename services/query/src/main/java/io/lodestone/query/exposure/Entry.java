package io.lodestone.query.exposure;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of the exposure ledger: by how much a fact changed one cell. A figure is a sum of entries and nothing else.
 *
 * @param id          made from the deal, the fact, the place and the day, so that a ledger made anew has the same ids
 * @param factId      the fact that caused it, a deal's or a project's
 * @param effectiveOn the day from which it counts
 * @param recordedAt  the moment from which it was known
 * @param amounts     signed differences
 * @param presence    1 when the deal came into the cell, -1 when it left, else 0
 */
public record Entry(
        UUID id,
        UUID dealId,
        UUID factId,
        String type,
        LocalDate effectiveOn,
        Instant recordedAt,
        Place place,
        Measures amounts,
        int presence) {

    private static final int ID_BYTES = 3 * 2 * Long.BYTES + Integer.BYTES;

    static Entry of(ContentId ids, UUID dealId, Lesson cause, LocalDate day, Place place, Line change) {
        return new Entry(
                ids.of(content(dealId, cause.fact().id(), place.id(), day)),
                dealId,
                cause.fact().id(),
                cause.fact().type(),
                day,
                cause.knownAt(),
                place,
                change.amounts(),
                change.presence());
    }

    public String reference() {
        return place.reference();
    }

    public String releaseClass() {
        return place.releaseClass();
    }

    public Cell cell() {
        return place.cell();
    }

    private static byte[] content(UUID dealId, UUID factId, UUID placeId, LocalDate day) {
        var content = ByteBuffer.allocate(ID_BYTES);
        for (var id : new UUID[] {dealId, factId, placeId}) {
            content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return content.putInt((int) day.toEpochDay()).array();
    }
}
