package io.lodestone.benchmarks;

import io.lodestone.benchmarks.PlainFact.Place;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The tables of the loops beside the read model, and COPY into them. */
final class PlainTables {

    static final String DIMENSIONS = "release_class, agency, instrument, program, mineral, segment, country, obligor,"
            + " package_id, project_id, status, currency";
    static final String RUNGS =
            "pipeline, authorized_unsigned, undrawn, outstanding, contingent, paid, written_off, presence";

    private static final String FORM = "release_class text, agency text, instrument text, program text, mineral text,"
            + " segment text, country text, obligor text, package_id uuid, project_id uuid, status text,"
            + " currency text, pipeline numeric, authorized_unsigned numeric, undrawn numeric, outstanding numeric,"
            + " contingent numeric, paid numeric, written_off numeric, presence int";

    private PlainTables() {}

    /** A table of cells. */
    static void createCells(Connection database, String name) throws SQLException {
        execute(
                database,
                "create table " + name + " (" + FORM + ", unique nulls not distinct (" + DIMENSIONS.replace(" ", "")
                        + "))");
    }

    /** A ledger, its cells, and how far both are. The index is what a restart needs to find where each deal stood. */
    static void createLedger(Connection database) throws SQLException {
        execute(
                database,
                "create table ledger (deal_id uuid, version bigint, effective_on date, recorded_at timestamptz, " + FORM
                        + ")");
        execute(database, "create index on ledger (deal_id)");
        createCells(database, "ledger_cell");
        execute(database, "create table progress (partition int primary key, next_offset bigint not null)");
    }

    static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    static void copy(Connection database, String table, StringBuilder rows) throws SQLException {
        var copy = database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    /** The columns of a cell in the text format of COPY; none of the bench's texts needs an escape. */
    static void append(StringBuilder rows, Place place, List<BigDecimal> amounts, int presence) {
        value(rows, place.releaseClass());
        value(rows, place.agency());
        value(rows, place.instrument());
        value(rows, place.program());
        value(rows, place.mineral());
        value(rows, place.segment());
        value(rows, place.country());
        value(rows, place.obligor());
        value(rows, place.packageId());
        value(rows, place.projectId());
        value(rows, place.status());
        value(rows, place.currency());
        amounts.forEach(amount -> value(rows, amount.toPlainString()));
        rows.append(presence).append('\n');
    }

    static void value(StringBuilder rows, @Nullable Object value) {
        rows.append(value == null ? "\\N" : value.toString()).append('\t');
    }

    static void store(Connection database, java.util.Map<TopicPartition, Long> positions) throws SQLException {
        try (var upsert = database.prepareStatement("insert into progress values (?, ?) on conflict (partition)"
                + " do update set next_offset = excluded.next_offset")) {
            for (var position : positions.entrySet()) {
                upsert.setInt(1, position.getKey().partition());
                upsert.setLong(2, position.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
