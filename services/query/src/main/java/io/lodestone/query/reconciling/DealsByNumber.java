package io.lodestone.query.reconciling;

import io.lodestone.contracts.exposure.BreakPlace;
import io.lodestone.query.reconciling.Break.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the deal behind a wrong line, and why the line is wrong. */
final class DealsByNumber {

    private static final int HELD_NAMED_MAX = 10;

    /** A deal we know, or one of which all is held back. */
    private static final String FIND = """
            select deal_id from deal_profile where deal_number(deal_id) = ?
            union select subject from parked_fact where topic = 'lodestone.deals' and deal_number(subject) = ? limit 2
            """;

    private static final String HELD = """
            select subject, version, type, status, cause, reason from parked_fact
            where topic = 'lodestone.deals' and (status in ('BLOCKING', 'SKIPPED')) and (?::uuid is null or subject = ?)
            order by id limit
            """ + HELD_NAMED_MAX;

    private final Connection connection;

    DealsByNumber(Connection connection) {
        this.connection = connection;
    }

    /** @param group lines that differ only in what they measure, at least one */
    Break named(List<WrongLine> group) throws SQLException {
        var first = group.getFirst();
        var numbers = group.stream().map(WrongLine::number).distinct().toList();
        var number = numbers.getFirst();
        var deal = numbers.size() == 1 && number.isPresent() ? find(number.getAsLong()) : Optional.<UUID>empty();
        var differences = group.stream().map(WrongLine::difference).toList();
        var place = place(first, deal.orElse(null));
        return new Break(Kind.TOTALS, first.key(), place, differences, why(deal.orElse(null)));
    }

    private Optional<UUID> find(long number) throws SQLException {
        try (var select = connection.prepareStatement(FIND)) {
            select.setLong(1, number);
            select.setLong(2, number);
            try (var rows = select.executeQuery()) {
                var found = rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.<UUID>empty();
                return rows.next() ? Optional.empty() : found;
            }
        }
    }

    /** The facts of the deal, or of any, that we could not take in or gave up. */
    private @Nullable String why(@Nullable UUID deal) throws SQLException {
        try (var select = connection.prepareStatement(HELD)) {
            select.setObject(1, deal);
            select.setObject(2, deal);
            var held = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var given = rows.getString(4).equals("SKIPPED");
                    held.add("deal " + rows.getString(1) + ": version " + rows.getLong(2) + " ("
                            + rows.getString(3) + ") is "
                            + (given ? "given up: " + rows.getString(6) : "held back: " + rows.getString(5)));
                }
            }
            return held.isEmpty() ? null : String.join("; ", held);
        }
    }

    private BreakPlace place(WrongLine line, @Nullable UUID deal) throws SQLException {
        return Break.placeOf(
                Kind.TOTALS,
                deal,
                deal == null ? null : reference(deal),
                line.agency(),
                line.instrument(),
                line.currency(),
                "RESTRICTED");
    }

    private @Nullable String reference(UUID deal) throws SQLException {
        try (var select = connection.prepareStatement(
                "select reference from deal_fact where deal_id = ? order by version desc limit 1")) {
            select.setObject(1, deal);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
