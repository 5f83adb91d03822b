package io.lodestone.query.asking;

import static java.util.stream.Collectors.joining;

import io.lodestone.chassis.feed.FeedPositions;
import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Answers questions by exact sums over the ledger. Cells, total and position are of one moment. */
@ApplicationScoped
class Exposure {

    private static final String SUMS = Arrays.stream(Measure.values())
            .map(measure -> "sum(" + measure.column() + ") as " + measure.column())
            .collect(joining(", "));

    private final DataSource database;
    private final KnownCodes codes;
    private final FeedPositions positions;
    private final CaughtUp caughtUp;
    private final Clock clock;

    Exposure(DataSource database, KnownCodes codes, FeedPositions positions, CaughtUp caughtUp, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.positions = positions;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    /** @throws io.lodestone.chassis.http.ProblemException 422 for a filter on a code that does not exist */
    @Transactional
    ExposureView of(Question question, Sight sight) {
        try (var connection = database.getConnection()) {
            OneMoment.begin(connection);
            codes.check(connection, question, sight);
            var currencies = sums(connection, List.of(), Conditions.of(question, sight));
            var total = currencies.stream()
                    .filter(sum -> sum.currency().equals(question.currency()))
                    .findFirst()
                    .orElseGet(() -> new Sum(Map.of(), question.currency(), Measures.ZERO, 0));
            var conditions = Conditions.of(question, sight).inCurrency(question.currency());
            return new ExposureView(
                    question.asOf(),
                    Objects.requireNonNullElseGet(question.knownAt(), clock::instant),
                    question.currency(),
                    question.by().stream().map(Dimension::field).toList(),
                    cells(connection, question, conditions, total),
                    total,
                    others(currencies, question.currency()),
                    positions.read(),
                    caughtUp.ageMillis());
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be read", e);
        }
    }

    private static List<Sum> cells(Connection connection, Question question, Conditions conditions, Sum total)
            throws SQLException {
        if (question.by().isEmpty()) {
            return total.isNothing() ? List.of() : List.of(total);
        }
        return sums(connection, question.by(), conditions);
    }

    private static List<Sum> others(List<Sum> currencies, String asked) {
        return currencies.stream()
                .filter(sum -> !sum.currency().equals(asked))
                .map(sum -> new Sum(Map.of("currency", sum.currency()), sum.currency(), sum.measures(), sum.deals()))
                .toList();
    }

    /** Deal by deal first, so that a deal with parts in many cells of the ledger counts once in a cell of the answer. */
    private static List<Sum> sums(Connection connection, List<Dimension> by, Conditions conditions)
            throws SQLException {
        var keys = Stream.concat(Stream.of("currency"), by.stream().map(Dimension::column))
                .collect(joining(", "));
        var order = Stream.concat(
                        by.stream().map(dimension -> dimension.column() + "::text collate \"C\" nulls last"),
                        Stream.of("currency"))
                .collect(joining(", "));
        var sql = """
                select %1$s, %2$s, count(*) filter (where presence > 0) as deals
                from (select deal_id, %1$s, %2$s, sum(presence) as presence
                      from exposure_entry where %3$s group by deal_id, %1$s) by_deal
                group by %1$s order by %4$s
                """.formatted(keys, SUMS, conditions.sql(), order);
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            var sums = new ArrayList<Sum>();
            while (rows.next()) {
                var sum = sum(rows, by);
                if (!sum.isNothing()) {
                    sums.add(sum);
                }
            }
            return sums;
        }
    }

    private static Sum sum(ResultSet row, List<Dimension> by) throws SQLException {
        var labels = new LinkedHashMap<String, @Nullable String>();
        for (var dimension : by) {
            labels.put(dimension.field(), row.getString(dimension.column()));
        }
        return new Sum(labels, row.getString("currency"), measures(row), row.getLong("deals"));
    }

    static Measures measures(ResultSet row) throws SQLException {
        var amounts = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            amounts.put(measure, row.getBigDecimal(measure.column()));
        }
        return new Measures(amounts);
    }
}
