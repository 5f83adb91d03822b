package io.lodestone.query.limiting;

import static java.util.stream.Collectors.joining;

import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.limit.LimitTerms;
import io.lodestone.query.limiting.LimitUsageView.Contributor;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.Sum;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads which deals use a limit, the largest first. */
final class Contributors {

    private static final int LISTED_MAX = 100;
    private static final String OBLIGOR_KEY = "coalesce(obligor_lei, upper(btrim(obligor)))";

    private Contributors() {}

    /** @param conditions who sees what, and until which day; is narrowed to the limit */
    static List<Contributor> of(Connection connection, LimitTerms limit, @Nullable String bucket, Conditions conditions)
            throws SQLException {
        var rungs = Arrays.stream(Measure.values())
                .filter(measure -> limit.rungs().contains(measure.name()))
                .map(Measure::column)
                .collect(joining(" + "));
        if (rungs.isEmpty()) {
            return List.of();
        }
        narrow(conditions, limit, bucket);
        var sql = """
                select deal_id, min(reference) as reference, agency, obligor, sum(%1$s) as amount
                from %2$s where %3$s group by deal_id, agency, obligor having sum(%1$s) <> 0
                order by abs(sum(%1$s)) desc, deal_id limit %4$d
                """.formatted(rungs, Conditions.LEDGER, conditions.sql(), LISTED_MAX);
        var contributors = new ArrayList<Contributor>();
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                contributors.add(new Contributor(
                        rows.getObject("deal_id", UUID.class),
                        rows.getString("reference"),
                        rows.getString("agency"),
                        rows.getString("obligor"),
                        Sum.plain(
                                rows.getBigDecimal("amount"), limit.threshold().currency())));
            }
        }
        return contributors;
    }

    private static void narrow(Conditions conditions, LimitTerms limit, @Nullable String bucket) {
        var scope = limit.scope();
        conditions.inCurrency(limit.threshold().currency());
        among(conditions, Dimension.AGENCY, scope.agencies());
        among(conditions, Dimension.INSTRUMENT, scope.instruments());
        among(conditions, Dimension.PROGRAM, scope.programs());
        among(conditions, Dimension.COUNTRY, scope.countries());
        among(conditions, Dimension.MINERAL, scope.minerals());
        among(conditions, Dimension.SEGMENT, scope.segments());
        if (!scope.obligors().isEmpty()) {
            Conditions.Value keys = (statement, at) -> statement.setArray(
                    at,
                    statement
                            .getConnection()
                            .createArrayOf("text", scope.obligors().toArray()));
            conditions.and("(upper(btrim(obligor)) = any(?) or obligor_lei = any(?))", keys, keys);
        }
        if (bucket != null && limit.per() != null) {
            conditions.and(column(limit.per()) + " = ?", (statement, at) -> statement.setString(at, bucket));
        }
    }

    private static void among(Conditions conditions, Dimension dimension, List<String> wanted) {
        if (!wanted.isEmpty()) {
            conditions.anyOf(dimension, wanted);
        }
    }

    private static String column(String per) {
        return per.equals("OBLIGOR")
                ? OBLIGOR_KEY
                : Arrays.stream(Dimension.values())
                        .filter(dimension -> dimension.name().equals(per))
                        .map(Dimension::column)
                        .findFirst()
                        .orElse("''");
    }
}
