package io.lodestone.query.explaining;

import static java.math.BigDecimal.ZERO;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what each deal gives to one rung of a question, and through which facts. */
final class Contributions {

    private final Connection connection;
    private final Question question;
    private final Sight sight;
    private final Measure measure;

    Contributions(Connection connection, Question question, Sight sight, Measure measure) {
        this.connection = connection;
        this.question = question;
        this.sight = sight;
        this.measure = measure;
    }

    /** In the question's currency alone. */
    Parts largest(int most) throws SQLException {
        var sql = """
                select deal_id, min(reference) as reference, sum(%1$s) as amount,
                       count(*) over () as parts, sum(sum(%1$s)) over () as whole
                from %2$s where %3$s group by deal_id having sum(%1$s) <> 0
                order by abs(sum(%1$s)) desc, deal_id limit %4$d
                """;
        var conditions = Conditions.of(question, sight).inCurrency(question.currency());
        var parts = new ArrayList<Part>();
        long all = 0;
        var sum = ZERO;
        try (var select = conditions.prepare(
                        connection, sql.formatted(measure.column(), Conditions.LEDGER, conditions.sql(), most));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var amount = rows.getBigDecimal("amount");
                parts.add(new Part(
                        rows.getObject("deal_id", UUID.class),
                        rows.getString("reference"),
                        question.currency(),
                        amount,
                        amount,
                        amount));
                all = rows.getLong("parts");
                sum = rows.getBigDecimal("whole");
            }
        }
        var wholes = wholes(parts.stream().map(Part::deal).toList());
        return new Parts(
                parts.stream()
                        .map(part -> part.ofWhole(wholes.getOrDefault(part.deal(), ZERO)))
                        .toList(),
                all,
                sum);
    }

    /** What each deal stands at in all its cells, those that the question leaves out too. */
    private Map<UUID, BigDecimal> wholes(List<UUID> deals) throws SQLException {
        var conditions = Conditions.ofWholeDeals(question, sight)
                .inCurrency(question.currency())
                .ofDeals(deals);
        var wholes = new HashMap<UUID, BigDecimal>();
        var sql = "select deal_id, sum(" + measure.column() + ") from " + Conditions.LEDGER + " where "
                + conditions.sql() + " group by deal_id";
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                wholes.put(rows.getObject(1, UUID.class), rows.getBigDecimal(2));
            }
        }
        return wholes;
    }

    /** The facts that moved these deals in what is asked for, in their own currencies. */
    Map<UUID, List<Explanation.Cause>> causes(List<UUID> deals) throws SQLException {
        var conditions = Conditions.of(question, sight).ofDeals(deals);
        var sql = """
                select deal_id, fact_id, type, effective_on, recorded_at, currency, sum(%1$s) as amount
                from %2$s where %3$s
                group by deal_id, fact_id, type, effective_on, recorded_at, currency having sum(%1$s) <> 0
                order by effective_on, recorded_at, fact_id
                """.formatted(measure.column(), Conditions.LEDGER, conditions.sql());
        var causes = new HashMap<UUID, List<Explanation.Cause>>();
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                causes.computeIfAbsent(rows.getObject("deal_id", UUID.class), deal -> new ArrayList<>())
                        .add(new Explanation.Cause(
                                rows.getObject("fact_id", UUID.class),
                                rows.getString("type"),
                                rows.getObject("effective_on", LocalDate.class),
                                rows.getObject("recorded_at", OffsetDateTime.class)
                                        .toInstant(),
                                Sum.plain(rows.getBigDecimal("amount"), rows.getString("currency"))));
            }
        }
        return causes;
    }
}
