package io.lodestone.query.hearing;

import static java.time.ZoneOffset.UTC;

import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes the table {@code exposure_entry}. */
@ApplicationScoped
class Entries {

    private static final String INSERT = """
            insert into exposure_entry (id, deal_id, reference, release_class, fact_id, type, effective_on, recorded_at,
                                        agency, instrument, program, mineral, segment, country, obligor, obligor_lei,
                                        package_id, project_id, status, currency, presence,
                                        pipeline, authorized_unsigned, undrawn, outstanding, contingent, paid, written_off)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Keeps one round trip under a few hundred kilobytes. */
    private static final int BATCH_ROWS = 1_000;

    /** In place of all entries of {@code deals}. */
    void replace(Connection connection, Set<UUID> deals, List<Entry> entries) throws SQLException {
        try (var delete = connection.prepareStatement("delete from exposure_entry where deal_id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            int waiting = 0;
            for (var entry : entries) {
                set(insert, entry);
                insert.addBatch();
                if (++waiting % BATCH_ROWS == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, Entry entry) throws SQLException {
        var cell = entry.cell();
        var deal = cell.deal();
        int at = 1;
        insert.setObject(at++, entry.id());
        insert.setObject(at++, entry.dealId());
        insert.setString(at++, entry.reference());
        insert.setString(at++, entry.releaseClass());
        insert.setObject(at++, entry.factId());
        insert.setString(at++, entry.type());
        insert.setObject(at++, entry.effectiveOn());
        insert.setObject(at++, entry.recordedAt().atOffset(UTC));
        insert.setString(at++, deal.agency());
        insert.setString(at++, deal.instrument());
        insert.setString(at++, deal.program());
        insert.setString(at++, cell.mineral());
        insert.setString(at++, cell.segment());
        insert.setString(at++, cell.country());
        insert.setString(at++, deal.obligor());
        insert.setString(at++, deal.obligorLei());
        insert.setObject(at++, deal.packageId());
        insert.setObject(at++, deal.projectId());
        insert.setString(at++, deal.status());
        insert.setString(at++, deal.currency());
        insert.setInt(at++, entry.presence());
        for (var measure : Measure.values()) {
            insert.setBigDecimal(at++, entry.amounts().of(measure));
        }
    }
}
