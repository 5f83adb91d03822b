package io.lodestone.contracts.deals;

import io.lodestone.contracts.envelope.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the deals service's own books add up to, for whoever keeps a model of them and wants to know whether it is right.
 * One run writes one such fact into each partition of the topic, all in one transaction in which no deal moves. So each
 * partition is cut exactly: all facts of deals before this one are counted, none after it. The totals of all parts of a
 * run together are those of the cut through all partitions.
 */
@EventType("io.lodestone.deals.control-totals.v1")
public record ControlTotals(
        UUID subject,
        long version,
        Instant at,
        LocalDate effectiveOn,
        UUID runId,
        int part,
        int parts,
        String releaseClass,
        List<Line> lines)
        implements DealsFact {

    public ControlTotals {
        lines = List.copyOf(lines);
    }

    /**
     * What all deals of one agency, instrument and currency in this part add up to. A line that is zero is left out.
     *
     * @param agency     catalogue code
     * @param instrument catalogue code
     * @param currency   ISO 4217
     * @param measure    {@code deals} (how many), {@code facts} (the sum of their versions), or one of the figures pipeline,
     *                   authorizedUnsigned, undrawn, outstanding, contingent, paid and writtenOff
     * @param sum        over the deals, in that currency for figures
     * @param weighed    the same with each deal's amount multiplied by the deal's number. When one deal alone differs, the
     *                   difference of this divided by the difference of the sum is its number
     */
    public record Line(
            String agency, String instrument, String currency, String measure, BigDecimal sum, BigDecimal weighed) {}

    /** A deal's number: the last twelve hexadecimal digits of its id. */
    public static long numberOf(UUID deal) {
        return deal.getLeastSignificantBits() & 0xffff_ffff_ffffL;
    }
}
