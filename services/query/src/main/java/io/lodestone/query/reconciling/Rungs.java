package io.lodestone.query.reconciling;

import static java.util.stream.Collectors.joining;

import io.lodestone.contracts.exposure.Discrepancy;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.MinorDigits;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SQL that adds up two sides of a comparison, rung by rung. */
final class Rungs {

    /** All of them, as columns. */
    static final String COLUMNS = each(", ", Measure::column);

    /** The sum of each under its own name. */
    static final String EACH_SUM = each(", ", measure -> "sum(%1$s) as %1$s".formatted(measure.column()));

    /** Rows have a column {@code side}: expected or found. */
    static final String SUMS =
            each(", ", measure -> "coalesce(sum(%1$s) filter (where side = 'expected'), 0) as expected_%1$s,"
                    .concat(" coalesce(sum(%1$s) filter (where side = 'found'), 0) as found_%1$s")
                    .formatted(measure.column()));

    /** True of a group whose sides differ. */
    static final String DIFFER = each(
            " or ", measure -> "sum(case side when 'found' then %1$s else -%1$s end) <> 0".formatted(measure.column()));

    /** The columns of {@link #SUMS}. */
    static final String BOTH = each(", ", measure -> "expected_%1$s, found_%1$s".formatted(measure.column()));

    private Rungs() {}

    private static String each(String between, Function<Measure, String> text) {
        return Arrays.stream(Measure.values()).map(text).collect(joining(between));
    }

    /** Those in which the sides of a row differ, with the digits of its currency. */
    static List<Discrepancy> differences(ResultSet row) throws SQLException {
        int digits = MinorDigits.of(row.getString("currency"));
        var differences = new ArrayList<Discrepancy>();
        for (var measure : Measure.values()) {
            var difference = difference(row, measure.field(), measure.column());
            if (difference != null) {
                differences.add(shown(difference, digits));
            }
        }
        return differences;
    }

    /** As {@link #differences}, and how many deals there are. */
    static List<Discrepancy> withPresence(ResultSet row) throws SQLException {
        var differences = new ArrayList<>(differences(row));
        var presence = difference(row, "presence", "presence");
        if (presence != null) {
            differences.add(presence);
        }
        return differences;
    }

    /** With that many digits, or as many as there are. */
    static Discrepancy shown(Discrepancy difference, int digits) {
        return new Discrepancy(
                difference.measure(), shown(difference.expected(), digits), shown(difference.found(), digits));
    }

    private static BigDecimal shown(BigDecimal amount, int digits) {
        return amount.setScale(Math.max(digits, amount.stripTrailingZeros().scale()));
    }

    /** The one number that a query answers with. */
    static long number(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Null when the two columns are equal. */
    static @Nullable Discrepancy difference(ResultSet row, String measure, String column) throws SQLException {
        BigDecimal expected = row.getBigDecimal("expected_" + column);
        BigDecimal found = row.getBigDecimal("found_" + column);
        return expected.compareTo(found) == 0 ? null : new Discrepancy(measure, expected, found);
    }
}
