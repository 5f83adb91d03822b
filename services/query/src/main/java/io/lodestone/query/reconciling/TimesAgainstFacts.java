package io.lodestone.query.reconciling;

import static java.util.stream.Collectors.joining;

import io.lodestone.contracts.exposure.BreakPlace;
import io.lodestone.contracts.exposure.Discrepancy;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.MinorDigits;
import io.lodestone.query.known.ledger.EntriesAnew;
import io.lodestone.query.known.ledger.EntriesAnew.Wrong;
import io.lodestone.query.reconciling.Break.Kind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The days from which entries count, and the moments since which they are known, against those of the facts. What a fact
 * changes a deal by counts from the fact's day and is known since its moment; what only moves between cells comes to
 * nothing. So amounts weighed with their times add up to the same on both sides, however many entries there are. Deals of
 * which they do not are made anew, and each entry that should not stand is named with its cell.
 */
final class TimesAgainstFacts {

    /** All rungs in one number, each by its own prime: what moves from one to another is seen too. */
    private static final String AMOUNT = Arrays.stream(Measure.values())
            .map(measure ->
                    List.of(1, 1_009, 10_007, 100_003, 1_000_003, 10_000_019, 100_000_007)
                                    .get(measure.ordinal()) + " * " + measure.column())
            .collect(joining(" + "));

    private static final String COMPARE =
            """
            select deal_id from (
                select deal_id, amount - coalesce(lag(amount) over (partition by deal_id order by version), 0) as amount,
                    effective_on, known_at as recorded_at
                from (select deal_id, version, effective_on, known_at, AMOUNT as amount from deal_fact) facts
                union all
                select deal_id, -(AMOUNT), effective_on, recorded_at from exposure_entry) sides
            group by deal_id
            having sum(amount) = 0 and (sum(amount * (effective_on - date '2000-01-01')) <> 0
                or sum(amount * extract(epoch from recorded_at)) <> 0)
            order by deal_id limit LINES
            """.replace("AMOUNT", AMOUNT).replace("LINES", Integer.toString(Found.NAMED_MAX + 1));

    private TimesAgainstFacts() {}

    /** Of deals whose amounts are right in the end: the others are named already. */
    static List<Break> compare(Connection connection, EntriesAnew anew) throws SQLException {
        var deals = new ArrayList<UUID>();
        try (var compare = connection.prepareStatement(COMPARE);
                var rows = compare.executeQuery()) {
            while (rows.next()) {
                deals.add(rows.getObject(1, UUID.class));
            }
        }
        if (deals.isEmpty()) {
            return List.of();
        }
        return anew.wrong(connection, deals).stream()
                .limit(Found.NAMED_MAX + 1L)
                .map(TimesAgainstFacts::named)
                .toList();
    }

    private static Break named(Wrong wrong) {
        var stands = wrong.stands();
        var made = wrong.made();
        var should = made == null
                ? "makes none there"
                : "makes it count from " + made.effectiveOn() + ", known since " + made.recordedAt();
        return new Break(
                Kind.DEAL,
                "entry " + stands.id(),
                place(stands),
                amounts(stands),
                "an entry counts from " + stands.effectiveOn() + ", known since " + stands.recordedAt() + "; its fact "
                        + stands.factId() + " " + should);
    }

    /** What it says and should not say in that cell at that time. */
    private static List<Discrepancy> amounts(Entry entry) {
        int digits = MinorDigits.of(entry.cell().deal().currency());
        return Arrays.stream(Measure.values())
                .filter(measure -> entry.amounts().of(measure).signum() != 0)
                .map(measure -> Rungs.shown(
                        new Discrepancy(
                                measure.field(),
                                BigDecimal.ZERO,
                                entry.amounts().of(measure)),
                        digits))
                .toList();
    }

    private static BreakPlace place(Entry entry) {
        var cell = entry.cell();
        var deal = cell.deal();
        return new BreakPlace(
                Kind.DEAL.name(),
                entry.dealId(),
                entry.reference(),
                deal.agency(),
                deal.instrument(),
                deal.currency(),
                null,
                deal.program(),
                cell.mineral(),
                cell.segment(),
                cell.country(),
                deal.obligor(),
                deal.projectId(),
                deal.packageId(),
                deal.status(),
                entry.releaseClass());
    }
}
