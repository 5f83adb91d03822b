package io.lodestone.deals.totalling;

import io.lodestone.chassis.time.Ids;
import io.lodestone.contracts.deals.ControlTotals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One cut through the topic: no deal moves from here to the end of the transaction. */
@ApplicationScoped
class Cut {

    /** All who act on deals wait behind a run that waits. */
    private static final int WAIT_SECONDS_MAX = 2;

    private final FirstReading reading;
    private final Parts parts;
    private final Ids ids;
    private final Clock clock;

    Cut(FirstReading reading, Parts parts, Ids ids, Clock clock) {
        this.reading = reading;
        this.parts = parts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads all deals before anybody has to wait; close it. */
    FirstReading.Seen look(int partitions) throws SQLException {
        return reading.begin(partitions);
    }

    /** @throws SQLException when somebody has been acting on deals for longer than a run waits */
    void begin(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("set local lock_timeout = '" + WAIT_SECONDS_MAX + "s'");
            lock.execute("select deals_still()");
        }
    }

    /** A fact for each partition; those of a part without deals have no lines. */
    List<ControlTotals> facts(Connection connection, FirstReading.Seen seen, int partitions) throws SQLException {
        var run = ids.next();
        var now = clock.instant();
        var lines = seen.broughtUpTo(connection).lines();
        var facts = new ArrayList<ControlTotals>();
        for (var part : parts.next(connection, partitions)) {
            int number = facts.size();
            facts.add(new ControlTotals(
                    part.subject(),
                    part.version(),
                    now,
                    LocalDate.ofInstant(now, ZoneOffset.UTC),
                    run,
                    number,
                    partitions,
                    "RESTRICTED",
                    lines.getOrDefault(number, List.of())));
        }
        return facts;
    }
}
