package io.lodestone.query.known.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whatever is changed in a row, its digest is another one. */
@QuarkusTest
@WithBackbone(service = "query")
class RowDigestIT {

    /** Two values for each type of column. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "uuid", List.of("gen_random_uuid()", "gen_random_uuid()"),
            "text", List.of("'one'", "'other'"),
            "date", List.of("date '2024-02-29'", "date '2025-08-15'"),
            "timestamp with time zone", List.of("timestamptz 'epoch'", "now()"),
            "numeric", List.of("0", "12.5"),
            "integer", List.of("0", "1"),
            "bigint", List.of("1", "2"));

    @Inject
    DataSource database;

    @Test
    void everyColumnOfAFactAndItsProfileCounts() throws SQLException {
        everyColumnCounts("deal_fact", DealFacts.COLUMNS + ", " + DealProfiles.ID);
        everyColumnCounts("deal_profile", DealProfiles.WRITTEN);
    }

    @Test
    void everyColumnOfAnEntryAndItsPlaceCounts() throws SQLException {
        everyColumnCounts("exposure_entry", Entries.COLUMNS + ", " + Places.ID);
        everyColumnCounts("exposure_place", Places.COLUMNS);
    }

    @Test
    void theSameAmountWithMoreZerosIsTheSame() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(text(connection, "select hash_numeric_extended(1.5, 3) = hash_numeric_extended(1.500, 3)"))
                    .isEqualTo("t");
        }
    }

    private void everyColumnCounts(String table, String columns) throws SQLException {
        var digests = new ArrayList<String>();
        try (var connection = database.getConnection()) {
            run(connection, "create temp table row_before (like " + table + ")");
            run(connection, "insert into row_before default values");
            for (var column : columns.split(", ")) {
                run(connection, "update row_before set " + column + " = " + value(connection, column, 0));
            }
            digests.add(digest(connection, columns));
            for (var column : columns.split(", ")) {
                run(connection, "create temp table row_kept as table row_before");
                run(connection, "update row_before set " + column + " = " + value(connection, column, 1));
                digests.add(digest(connection, columns));
                if (List.of("program", "obligor_lei", "package_id").contains(column)) {
                    run(connection, "update row_before set " + column + " = null");
                    digests.add(digest(connection, columns));
                }
                run(connection, "drop table row_before");
                run(connection, "alter table row_kept rename to row_before");
            }
            run(connection, "drop table row_before");
        }
        assertThat(digests).doesNotContainNull().doesNotHaveDuplicates().hasSizeGreaterThan(columns.split(", ").length);
    }

    private static String digest(Connection connection, String columns) throws SQLException {
        return text(connection, "select " + RowDigest.of(columns, "7") + " from row_before");
    }

    private static String value(Connection connection, String column, int which) throws SQLException {
        var type = text(
                connection,
                "select format_type(atttypid, null) from pg_attribute"
                        + " where attrelid = 'row_before'::regclass and attname = '" + column + "'");
        return VALUES.get(type).get(which);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
