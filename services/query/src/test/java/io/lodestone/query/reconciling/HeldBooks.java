package io.lodestone.query.reconciling;

import io.lodestone.query.known.ledger.EntriesAnew;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Holds cells, entries, facts and days against each other, without telling anybody. */
public final class HeldBooks {

    private HeldBooks() {}

    /** What differs. */
    public static List<String> breaks(Connection connection) throws SQLException {
        return Stream.of(
                        CellsAgainstEntries.compare(connection),
                        EntriesAgainstFacts.compare(
                                connection,
                                Arc.container().instance(EntriesAnew.class).get()),
                        DaysAgainstEntries.compare(connection))
                .flatMap(found -> found.breaks().stream())
                .map(Break::toString)
                .toList();
    }

    /** What is named as wrong in the times of entries. */
    public static List<String> wrongTimes(Connection connection) throws SQLException {
        return TimesAgainstFacts.compare(
                        connection, Arc.container().instance(EntriesAnew.class).get())
                .stream()
                .map(Break::key)
                .toList();
    }

    /** How many cells are looked at. */
    public static long cells(Connection connection) throws SQLException {
        return CellsAgainstEntries.compare(connection).looked();
    }
}
