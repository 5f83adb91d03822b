package io.lodestone.query.explaining;

import static java.math.BigDecimal.ZERO;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what each deal gives to one rung of a question, and through which facts. */
final class Contributions {

    private static final int WEIGHT_DECIMALS = 6;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

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

    /** A deal's part before its facts are read. */
    private record Part(UUID deal, String reference, BigDecimal amount) {}

    /**
     * @param largest  told one by one
     * @param others   how many more there are
     * @param ofOthers what those come to
     * @param sum      of all parts, as the database adds them up
     */
    record Parts(List<Explanation.Contribution> largest, long others, BigDecimal ofOthers, BigDecimal sum) {}

    Parts largest(int most) throws SQLException {
        var sql = """
                select deal_id, min(reference) as reference, sum(%1$s) as amount,
                       count(*) over () as parts, sum(sum(%1$s)) over () as whole
                from %2$s where %3$s group by deal_id having sum(%1$s) <> 0
                order by abs(sum(%1$s)) desc, deal_id limit %4$d
                """;
        var conditions = inScope();
        var parts = new ArrayList<Part>();
        long all = 0;
        var whole = ZERO;
        try (var select = conditions.prepare(
                        connection, sql.formatted(measure.column(), Conditions.LEDGER, conditions.sql(), most));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                parts.add(new Part(
                        rows.getObject("deal_id", UUID.class),
                        rows.getString("reference"),
                        rows.getBigDecimal("amount")));
                all = rows.getLong("parts");
                whole = rows.getBigDecimal("whole");
            }
        }
        var listed = parts.stream().map(Part::amount).reduce(ZERO, BigDecimal::add);
        return new Parts(told(parts), all - parts.size(), whole.subtract(listed), whole);
    }

    private List<Explanation.Contribution> told(List<Part> parts) throws SQLException {
        var deals = parts.stream().map(Part::deal).toList();
        var wholes = wholes(deals);
        var causes = causes(deals);
        return parts.stream()
                .map(part -> new Explanation.Contribution(
                        part.deal(),
                        part.reference(),
                        weight(part.amount(), wholes.getOrDefault(part.deal(), ZERO)),
                        Sum.plain(part.amount(), question.currency()),
                        causes.getOrDefault(part.deal(), List.of())))
                .toList();
    }

    private static @Nullable String weight(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return null;
        }
        var percent = part.multiply(PERCENT).divide(whole, WEIGHT_DECIMALS, RoundingMode.HALF_EVEN);
        return percent.stripTrailingZeros().toPlainString();
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

    private Map<UUID, List<Explanation.Cause>> causes(List<UUID> deals) throws SQLException {
        var conditions = inScope().ofDeals(deals);
        var sql = """
                select deal_id, fact_id, type, effective_on, recorded_at, sum(%1$s) as amount
                from %2$s where %3$s
                group by deal_id, fact_id, type, effective_on, recorded_at having sum(%1$s) <> 0
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
                                Sum.plain(rows.getBigDecimal("amount"), question.currency())));
            }
        }
        return causes;
    }

    private Conditions inScope() {
        return Conditions.of(question, sight).inCurrency(question.currency());
    }
}
