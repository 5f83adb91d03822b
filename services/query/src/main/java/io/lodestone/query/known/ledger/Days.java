package io.lodestone.query.known.ledger;

import static java.util.stream.Collectors.joining;

import io.lodestone.query.exposure.CountedPlace;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.SplitMoves;
import io.lodestone.query.exposure.SplitMoves.Part;
import io.lodestone.query.exposure.SplitMoves.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code exposure_day_<generation>}, from the entries of its days. */
final class Days {

    /** So few rows of moves since a whole day are added up with each question: another whole one is not worth its rows. */
    private static final int MOVES_MIN = 500;

    private static final int FETCHED = 2_000;

    private static final String PLACE = "release_class, agency, instrument, program, country, status, currency";
    private static final String COLUMNS =
            "day, whole, " + PLACE + ", split, mineral, segment, " + Entries.RUNGS + ", presence";
    private static final String SUMS = Arrays.stream(Measure.values())
            .map(measure -> "sum(" + measure.column() + ")")
            .collect(joining(", "));
    private static final String NOTHING = "0" + ", 0".repeat(Measure.values().length - 1);

    private final Connection connection;
    private final String days;
    private final String entries;
    private final String placed;

    Days(Connection connection, Generation generation) {
        this.connection = connection;
        this.days = generation.table("exposure_day");
        this.entries = generation.table("exposure_entry");
        this.placed = Entries.placed(generation);
    }

    /** Takes out what was made of days whose entries changed since. */
    void forgetAfter(LocalDate day) throws SQLException {
        change("delete from " + days + " where day > ?", day);
    }

    /** Adds what moved after one day, up to another. */
    void add(LocalDate after, LocalDate until) throws SQLException {
        change(
                "insert into " + days + " (" + COLUMNS + ") select effective_on, false, " + PLACE
                        + ", '', mineral, segment, " + SUMS + ", 0 from " + placed
                        + " where effective_on > ? and effective_on <= ? group by effective_on, " + PLACE
                        + ", mineral, segment having (" + SUMS + ") <> (" + NOTHING + ")",
                after,
                until);
        insert(dealMoves(after, until));
        addWhole(until);
    }

    /** Of a deal that came or left in these days, all steps are looked at: what it is divided over is not in its last one. */
    private SplitMoves dealMoves(LocalDate after, LocalDate until) throws SQLException {
        var sql = "select deal_id, effective_on, " + PLACE + ", mineral, segment, sum(presence) as presence from "
                + placed + " where presence <> 0 and effective_on <= ? and deal_id in (select deal_id from " + entries
                + " where presence <> 0 and effective_on > ? and effective_on <= ?) group by deal_id, effective_on, "
                + PLACE + ", mineral, segment having sum(presence) <> 0 order by deal_id, effective_on";
        var moves = new SplitMoves(after);
        try (var select = connection.prepareStatement(sql)) {
            set(select, until, after, until);
            select.setFetchSize(FETCHED);
            try (var rows = select.executeQuery()) {
                var ofDeal = new ArrayList<Step>();
                UUID deal = null;
                while (rows.next()) {
                    var next = rows.getObject("deal_id", UUID.class);
                    if (!next.equals(deal)) {
                        moves.add(ofDeal);
                        ofDeal.clear();
                        deal = next;
                    }
                    ofDeal.add(step(rows));
                }
                moves.add(ofDeal);
            }
        }
        return moves;
    }

    private static Step step(ResultSet row) throws SQLException {
        var place = new CountedPlace(
                row.getString("release_class"),
                row.getString("agency"),
                row.getString("instrument"),
                row.getString("program"),
                row.getString("country"),
                row.getString("status"),
                row.getString("currency"));
        var part = new Part(place, row.getString("mineral"), row.getString("segment"));
        return new Step(row.getObject("effective_on", LocalDate.class), part, row.getInt("presence"));
    }

    private void insert(SplitMoves moves) throws SQLException {
        var sql = "insert into " + days + " (" + COLUMNS + ") values (?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                + NOTHING + ", ?)";
        try (var insert = connection.prepareStatement(sql)) {
            for (var move : moves.moved().entrySet()) {
                var part = move.getKey().part();
                var place = part.place();
                set(
                        insert,
                        move.getKey().day(),
                        place.releaseClass(),
                        place.agency(),
                        place.instrument(),
                        place.program(),
                        place.country(),
                        place.status(),
                        place.currency(),
                        move.getKey().split(),
                        part.mineral(),
                        part.segment(),
                        move.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** So that no question has more moves to add up than about as many rows as it begins with. */
    private void addWhole(LocalDate day) throws SQLException {
        var last = lastWhole();
        long stood = count("whole and day = ?", last);
        long moved = count("not whole and day > ?", last);
        if (moved < Math.max(MOVES_MIN, stood)) {
            return;
        }
        change(
                "insert into " + days + " (" + COLUMNS + ") select ?, true, " + PLACE + ", split, mineral, segment, "
                        + SUMS + ", sum(presence) from " + days + " where day >= ? and whole = (day = ?) group by "
                        + PLACE + ", split, mineral, segment having (" + SUMS + ", sum(presence)) <> (" + NOTHING
                        + ", 0)",
                day,
                last,
                last);
    }

    private LocalDate lastWhole() throws SQLException {
        try (var select = connection.prepareStatement("select max(day) from " + days + " where whole");
                var row = select.executeQuery()) {
            row.next();
            var day = row.getObject(1, LocalDate.class);
            return day == null ? LocalDate.MIN : day;
        }
    }

    private long count(String which, LocalDate day) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from " + days + " where " + which)) {
            set(select, day);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (var change = connection.prepareStatement(sql)) {
            set(change, values);
            change.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
