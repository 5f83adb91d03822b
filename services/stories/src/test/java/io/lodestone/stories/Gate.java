package io.lodestone.stories;

import static org.awaitility.Awaitility.await;

import io.lodestone.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A lock in the query service's database that makes the service wait at one place of its work. Open when closed. */
final class Gate implements AutoCloseable {

    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);

    private final Connection holder;
    private final Databases databases;

    private Gate(Connection holder, Databases databases) {
        this.holder = holder;
        this.databases = databases;
    }

    /** @param lock a statement that takes it until the end of the transaction */
    static Gate shut(Lodestone lodestone, Databases databases, String lock) throws SQLException {
        var holder = Databases.connect(lodestone, Service.QUERY);
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute(lock);
        }
        return new Gate(holder, databases);
    }

    /**
     * Waits until somebody stands before it.
     *
     * @param statement how the one begins that has to wait
     * @return what PostgreSQL calls the program that gave it
     */
    String awaitWho(String statement) {
        return await().atMost(Pace.stretched(ARRIVES_WITHIN))
                .until(() -> waiting(statement), who -> !who.isEmpty())
                .getFirst();
    }

    private List<String> waiting(String statement) throws SQLException {
        return databases.read(
                Service.QUERY,
                "select application_name from pg_stat_activity where wait_event_type = 'Lock' and query like '"
                        + statement + "%'",
                row -> row.getString(1));
    }

    /** By the end of the connection: the server may be gone. */
    @Override
    public void close() throws SQLException {
        holder.abort(Runnable::run);
    }
}
