package io.lodestone.query.rebuilding;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Connections outside any request's transaction: what a rebuild does commits in steps of its own. */
@ApplicationScoped
class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);

    /** Whoever has it makes the rebuild; it ends with the connection, so with the process too. */
    private static final long ONE_AT_A_TIME = 0x6c6f6465_72656275L;

    /** A swap compares two generations; longer than that it is given up. */
    private static final int SECONDS_MAX = 3_600;

    private final DataSource database;

    Sessions(DataSource database) {
        this.database = database;
    }

    /** What is done on one connection. */
    @FunctionalInterface
    interface Work<R> {
        R in(Connection connection) throws SQLException;
    }

    /** One transaction. */
    <R> R commit(Work<R> work) {
        try {
            return QuarkusTransaction.suspendingExisting()
                    .call(() -> inSteps(connection -> {
                        var result = work.in(connection);
                        connection.commit();
                        return result;
                    }));
        } catch (QuarkusTransactionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Transactions that the work commits one by one. What it leaves uncommitted is rolled back, however it ends: the pool
     * would commit it.
     */
    <R> R inSteps(Work<R> work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Undoing _ = connection::rollback) {
                return work.in(connection);
            }
        }
    }

    private interface Undoing extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /**
     * As {@link #commit}, and facts can be written in it.
     *
     * @throws RuntimeException what the work threw
     */
    <R> R commitWithFacts(Work<R> work) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).call(() -> {
            try (var connection = database.getConnection()) {
                return work.in(connection);
            }
        });
    }

    /** The right to rebuild; empty while somebody else, here or elsewhere, has it. It ends with {@link #release}. */
    Optional<Connection> claim() {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            var connection = database.getConnection();
            try (var lock = connection.prepareStatement("select pg_try_advisory_lock(" + ONE_AT_A_TIME + ")");
                    var row = lock.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    return Optional.of(connection);
                }
            }
            connection.close();
            return Optional.empty();
        });
    }

    /** The pool keeps the session, so the lock has to be given back by itself, unless the session has ended. */
    void release(Connection claim) {
        try (claim;
                var unlock = claim.prepareStatement("select pg_advisory_unlock(" + ONE_AT_A_TIME + ")")) {
            unlock.execute();
        } catch (SQLException e) {
            LOG.warnf("the claim on rebuilds ended with its session: %s", e.getMessage());
        }
    }
}
