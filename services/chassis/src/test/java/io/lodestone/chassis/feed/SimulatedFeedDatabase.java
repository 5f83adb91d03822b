package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.SimulatedTables.Row;
import io.lodestone.chassis.feed.SimulatedTables.Transaction;
import io.lodestone.chassis.simulation.Crash;
import io.lodestone.chassis.simulation.Stage;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The connection of one consumer: the effect works in the transaction that is open, as it does in a service. */
final class SimulatedFeedDatabase implements FeedDatabase {

    private final SimulatedTables tables;
    private final Bug bug;
    private final Stage stage;
    private @Nullable Transaction current;

    SimulatedFeedDatabase(SimulatedTables tables, Bug bug, Stage stage) {
        this.tables = tables;
        this.bug = bug;
        this.stage = stage;
    }

    @Override
    public <R> R inTransaction(Work<R> work) {
        return transaction(work::in);
    }

    <R> R transaction(Function<SimulatedFeedRows, R> work) {
        stage.gap();
        var transaction = tables.begin();
        current = transaction;
        try {
            var result = work.apply(new SimulatedFeedRows(tables, transaction, stage));
            stage.gap();
            if (stage.fault(40)) {
                stage.mark("a commit fails");
                throw SimulatedTables.away("the server ended the session before the commit");
            }
            tables.commit(transaction);
            stage.say("commits");
            if (stage.fault(40)) {
                stage.mark("the answer to a commit is lost");
                throw SimulatedTables.away("the server ended the session after the commit");
            }
            stage.gap();
            return result;
        } catch (Crash crash) {
            tables.clientDied(transaction, crash.silent());
            throw crash;
        } catch (RuntimeException e) {
            tables.rollback(transaction);
            throw e;
        } finally {
            current = null;
        }
    }

    Bug bug() {
        return bug;
    }

    /** In the transaction that is open. */
    Optional<Object> read(Row row) {
        return tables.read(Objects.requireNonNull(current), row);
    }

    void write(Row row, Object value) {
        tables.write(Objects.requireNonNull(current), row, value);
    }
}
