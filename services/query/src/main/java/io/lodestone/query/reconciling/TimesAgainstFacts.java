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
 * The days from which entries count, and the moments since which they are known, against those of the facts. An entry is
 * known since its fact is. It may count from another day than its fact, where only what was told already moves between
 * cells; that comes to nothing on each day. So of deals with such entries, amounts weighed with their days add up to the
 * same on both sides. Deals of which they do not are made anew, and each entry that should not stand is named with its cell.
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
            with off as (
                select e.deal_id, bool_or(f.fact_id is null or e.recorded_at <> f.known_at) as certain
                from exposure_entry_row e left join (
                    select fact_id, effective_on, known_at from deal_fact_row
                    union all select fact_id, effective_on, known_at from project_fact) f using (fact_id)
                where f.fact_id is null or e.recorded_at <> f.known_at or e.effective_on <> f.effective_on
                group by e.deal_id)
            select deal_id from (
                select deal_id, amount - coalesce(lag(amount) over (partition by deal_id order by version), 0) as amount,
                    effective_on
                from (select deal_id, version, effective_on, AMOUNT as amount from deal_fact_row
                      where deal_id in (select deal_id from off)) facts
                union all
                select deal_id, -(AMOUNT), effective_on from exposure_entry_row
                where deal_id in (select deal_id from off)) sides join off using (deal_id)
            group by deal_id, certain
            having sum(amount) = 0 and (certain or sum(amount * (effective_on - date '2000-01-01')) <> 0)
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
