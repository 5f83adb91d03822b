package io.lodestone.query.reconciling;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.contracts.deals.ControlTotals;
import io.lodestone.contracts.deals.ControlTotals.Line;
import io.lodestone.query.exposure.Measure;
import io.lodestone.testing.TopicSpeaker;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.utils.Utils;

/** Tells control totals in the place of the deals service: what query has heard of everybody's deals, and what a test adds. */
final class Bookkeeper {

    static final int PARTS = 6;

    private final Map<Integer, Map<List<String>, Line>> parts = new HashMap<>();
    private final long run = System.nanoTime();

    /** Run ids rise with time, as those of the deals service do. */
    final UUID runId = new UUID(System.currentTimeMillis() << 16 | 0x7000, 0x8000_0000_0000_0000L | run);

    static Bookkeeper of(DataSource database) throws SQLException {
        var books = new Bookkeeper();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select distinct on (deal_id) * from deal_fact order by deal_id, version desc");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var deal = rows.getObject("deal_id", UUID.class);
                var place = List.of(rows.getString("agency"), rows.getString("instrument"), rows.getString("currency"));
                books.count(deal, place, "deals", BigDecimal.ONE);
                books.count(deal, place, "facts", BigDecimal.valueOf(rows.getLong("version")));
                for (var measure : Measure.values()) {
                    books.count(deal, place, measure.field(), rows.getBigDecimal(measure.column()));
                }
            }
        }
        return books;
    }

    /** @param place agency, instrument, currency */
    Bookkeeper count(UUID deal, List<String> place, String measure, BigDecimal amount) {
        if (amount.signum() != 0) {
            long number = ControlTotals.numberOf(deal);
            var line = new Line(
                    place.get(0),
                    place.get(1),
                    place.get(2),
                    measure,
                    amount,
                    amount.multiply(BigDecimal.valueOf(number)));
            var key = List.of(place.get(0), place.get(1), place.get(2), measure);
            parts.computeIfAbsent((int) (number % PARTS), part -> new HashMap<>())
                    .merge(key, line, Bookkeeper::plus);
        }
        return this;
    }

    /** Tells all parts but these. */
    void tellBut(int... left) {
        var without = java.util.Arrays.stream(left).boxed().toList();
        for (int part = 0; part < PARTS; part++) {
            if (!without.contains(part)) {
                tell(part);
            }
        }
    }

    void tell(int part) {
        var now = Instant.now();
        var lines = new ArrayList<>(parts.getOrDefault(part, Map.of()).values());
        TopicSpeaker.say(
                DEALS,
                new ControlTotals(
                        subjectOn(part),
                        1,
                        now,
                        LocalDate.parse("2026-03-01"),
                        runId,
                        part,
                        PARTS,
                        "RESTRICTED",
                        lines));
    }

    private static UUID subjectOn(int part) {
        var subject = UUID.randomUUID();
        while (partition(subject) != part) {
            subject = UUID.randomUUID();
        }
        return subject;
    }

    static int partition(UUID key) {
        return Utils.toPositive(Utils.murmur2(key.toString().getBytes(UTF_8))) % PARTS;
    }

    private static Line plus(Line one, Line other) {
        return new Line(
                one.agency(),
                one.instrument(),
                one.currency(),
                one.measure(),
                one.sum().add(other.sum()),
                one.weighed().add(other.weighed()));
    }
}
