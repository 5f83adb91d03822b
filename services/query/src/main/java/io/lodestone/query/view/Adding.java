package io.lodestone.query.view;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Adds a question up from the fewest rows that can tell: the cells, the days in the past, or else the entries. */
public final class Adding {

    private final Connection connection;
    private final Source source;
    private final Supplier<Conditions> conditions;
    private final String currency;

    private Adding(Connection connection, Source source, Supplier<Conditions> conditions, String currency) {
        this.connection = connection;
        this.source = source;
        this.conditions = conditions;
        this.currency = currency;
    }

    /** One sum per combination and currency that is not empty. */
    @FunctionalInterface
    private interface Source {
        List<Sum> of(Connection connection, List<Dimension> by, Conditions conditions) throws SQLException;
    }

    /** All of one snapshot, the connection's. */
    public static Adding of(Connection connection, Question question, Sight sight) throws SQLException {
        var currency = question.currency();
        if (CellSums.canTell(connection, question)) {
            return new Adding(connection, CellSums::of, () -> Conditions.ofCells(question, sight), currency);
        }
        var days = DaySums.range(connection, question);
        if (days.isPresent()) {
            return new Adding(
                    connection, DaySums::of, () -> days.get().in(Conditions.ofCells(question, sight)), currency);
        }
        return new Adding(connection, Sums::of, () -> Conditions.of(question, sight), currency);
    }

    /** In all currencies. */
    public List<Sum> by(List<Dimension> by) throws SQLException {
        return source.of(connection, by, conditions.get());
    }

    /** In the one that the question is in. */
    List<Sum> inCurrency(List<Dimension> by) throws SQLException {
        return source.of(connection, by, conditions.get().inCurrency(currency));
    }
}
