package io.lodestone.query.exposure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of the exposure ledger: by how much a fact changed one cell. A figure is a sum of entries and nothing else.
 *
 * @param id           made from the deal, the fact, the day and the cell, so that a ledger made anew has the same ids
 * @param reference    the deal's, as it is now
 * @param releaseClass the deal's, as it is now: who may see a deal today decides over its past too
 * @param factId       the fact that caused it, a deal's or a project's
 * @param effectiveOn  the day from which it counts
 * @param recordedAt   the moment from which it was known
 * @param amounts      signed differences
 * @param presence     1 when the deal came into the cell, -1 when it left, else 0
 */
public record Entry(
        UUID id,
        UUID dealId,
        String reference,
        String releaseClass,
        UUID factId,
        String type,
        LocalDate effectiveOn,
        Instant recordedAt,
        Cell cell,
        Measures amounts,
        int presence) {

    /** @param name the cell as text, which ids are made from; most entries of a deal are of a few cells */
    static Entry of(DealFact newest, Lesson cause, LocalDate day, Cell cell, String name, Line change) {
        var deal = newest.fact().subject();
        return new Entry(
                id(deal + "|" + cause.fact().id() + "|" + day + "|" + name),
                deal,
                newest.reference(),
                newest.releaseClass(),
                cause.fact().id(),
                cause.fact().type(),
                day,
                cause.knownAt(),
                cell,
                change.amounts(),
                change.presence());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
