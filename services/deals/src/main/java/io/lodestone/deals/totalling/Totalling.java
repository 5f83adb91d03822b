package io.lodestone.deals.totalling;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.contracts.deals.ControlTotals;
import io.lodestone.contracts.deals.ControlTotals.Line;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Publishes the totals, when asked to and when they are due. */
@ApplicationScoped
class Totalling {

    private final DataSource database;
    private final Cut cut;
    private final Runs runs;
    private final Outbox outbox;
    private final Clock clock;

    Totalling(DataSource database, Cut cut, Runs runs, Outbox outbox, Clock clock) {
        this.database = database;
        this.cut = cut;
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param cause who wants them; 503 when somebody has been acting on deals for longer than a run waits */
    @Transactional
    public ControlTotalsView publish(int partitions, Provenance cause) {
        try (var seen = cut.look(partitions);
                var connection = database.getConnection()) {
            cut.begin(connection);
            return publish(connection, seen, partitions, cause);
        } catch (SQLException e) {
            throw new IllegalStateException("the totals could not be taken: " + e.getMessage(), e);
        }
    }

    /** Whichever instance comes first; nothing happens when the last run is younger. */
    @Transactional
    public Optional<ControlTotalsView> publishIfDue(Duration every, int partitions, Provenance cause) {
        try (var connection = database.getConnection()) {
            if (!isDue(connection, every)) {
                return Optional.empty();
            }
            try (var seen = cut.look(partitions)) {
                cut.begin(connection);
                return isDue(connection, every)
                        ? Optional.of(publish(connection, seen, partitions, cause))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the totals could not be taken: " + e.getMessage(), e);
        }
    }

    private boolean isDue(Connection connection, Duration every) throws SQLException {
        return runs.last(connection)
                .filter(last -> last.plus(every).isAfter(clock.instant()))
                .isEmpty();
    }

    private ControlTotalsView publish(Connection connection, FirstReading.Seen seen, int partitions, Provenance cause)
            throws SQLException {
        var facts = cut.facts(connection, seen, partitions);
        outbox.addAll(DEALS, facts, cause);
        var first = facts.getFirst();
        var run = new ControlTotalsView(first.runId(), first.at(), cause.actor(), first.parts(), together(facts));
        runs.add(connection, run);
        return run;
    }

    /** The lines of all parts added up. */
    private static List<Line> together(List<ControlTotals> facts) {
        return facts.stream()
                .flatMap(fact -> fact.lines().stream())
                .collect(toMap(
                        line -> List.of(line.agency(), line.instrument(), line.currency(), line.measure()),
                        line -> line,
                        Totalling::plus))
                .values()
                .stream()
                .sorted(comparing(Line::agency)
                        .thenComparing(Line::instrument)
                        .thenComparing(Line::currency)
                        .thenComparing(Line::measure))
                .toList();
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
