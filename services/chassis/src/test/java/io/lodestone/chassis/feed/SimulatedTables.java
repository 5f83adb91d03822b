package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedDatabase.Away;
import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Broken;
import io.lodestone.chassis.simulation.Invariant;
import io.lodestone.chassis.simulation.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A consuming service's database: rows that transactions lock when they write, each statement sees what is committed. */
final class SimulatedTables implements Actor {

    private static final int SILENCE_MAX = 60;

    private static final Object DELETED = new Object();

    /** @param id a record, a string or a list of such */
    record Row(String table, Object id) {}

    /** One transaction of one connection. */
    static final class Transaction {
        private final Map<Row, Object> written = new LinkedHashMap<>();
        private long heard;
        private boolean open = true;
        private boolean clientGone;
    }

    private final Stage stage;
    private final boolean endsIdleTransactions;
    private final Map<String, Map<Object, Object>> tables = new HashMap<>();
    private final Map<Row, Transaction> locks = new HashMap<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private long awayUntil;

    SimulatedTables(Stage stage, boolean endsIdleTransactions) {
        this.stage = stage;
        this.endsIdleTransactions = endsIdleTransactions;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void step() {
        for (var transaction : List.copyOf(transactions)) {
            boolean silent = endsIdleTransactions && stage.turn() - transaction.heard > SILENCE_MAX;
            if (silent || transaction.clientGone) {
                stage.say("rolls back a transaction that %s", silent ? "was silent" : "lost its client");
                end(transaction);
            }
        }
        if (stage.fault(100)) {
            awayUntil = stage.turn() + stage.chance().between(1, 40);
            stage.say("is killed; back at turn %d", awayUntil);
            stage.mark("postgres is killed");
            List.copyOf(transactions).forEach(this::end);
        }
    }

    /** @throws Away while the server is away */
    Transaction begin() {
        if (stage.turn() < awayUntil) {
            throw away("connection refused");
        }
        var transaction = new Transaction();
        transaction.heard = stage.turn();
        transactions.add(transaction);
        return transaction;
    }

    Optional<Object> read(Transaction transaction, Row row) {
        use(transaction);
        var value = transaction.written.getOrDefault(row, table(row.table()).get(row.id()));
        return value == DELETED ? Optional.empty() : Optional.ofNullable(value);
    }

    List<Object> readAll(Transaction transaction, String table) {
        use(transaction);
        var all = new LinkedHashMap<>(table(table));
        transaction.written.forEach((row, value) -> {
            if (row.table().equals(table)) {
                all.put(row.id(), value);
            }
        });
        all.values().removeIf(value -> value == DELETED);
        return List.copyOf(all.values());
    }

    /** @throws Away when another transaction has it; nobody wakes up whom we could wait for */
    void lock(Transaction transaction, Row row) {
        use(transaction);
        if (locks.getOrDefault(row, transaction) != transaction) {
            stage.mark("a consumer meets another one's lock");
            throw away("canceling statement due to lock timeout");
        }
        locks.put(row, transaction);
    }

    void write(Transaction transaction, Row row, Object value) {
        lock(transaction, row);
        transaction.written.put(row, value);
    }

    void delete(Transaction transaction, Row row) {
        write(transaction, row, DELETED);
    }

    void commit(Transaction transaction) {
        use(transaction);
        transaction.written.forEach((row, value) -> {
            checkGrows(row, value);
            if (value == DELETED) {
                table(row.table()).remove(row.id());
            } else {
                table(row.table()).put(row.id(), value);
            }
        });
        if (transaction.written.keySet().stream().anyMatch(row -> row.table().equals(SimulatedFeedRows.PARKED))) {
            SimulatedParkedRows.checkHeld(table(SimulatedFeedRows.PARKED).values());
        }
        end(transaction);
    }

    private void checkGrows(Row row, Object value) {
        if (row.table().equals(SimulatedFeedRows.OFFSET)
                && table(row.table()).get(row.id()) instanceof Long before
                && before > (Long) value) {
            throw new Broken(Invariant.OFFSETS_ONLY_GROW, row.id() + " went back from " + before + " to " + value);
        }
    }

    void rollback(Transaction transaction) {
        end(transaction);
    }

    /** The client is gone; its kernel says so, unless it hangs. */
    void clientDied(Transaction transaction, boolean silently) {
        transaction.clientGone = !silently;
    }

    /** Committed rows of a table, by id. */
    Map<Object, Object> table(String name) {
        return tables.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    private void use(Transaction transaction) {
        if (!transaction.open) {
            throw away("this connection has been closed");
        }
        transaction.heard = stage.turn();
    }

    private void end(Transaction transaction) {
        transaction.open = false;
        transactions.remove(transaction);
        locks.values().removeIf(holder -> holder == transaction);
    }

    static Away away(String why) {
        return new Away(new IllegalStateException(why));
    }
}
