package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.OutboxSession.OutboxUnreadable;
import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Stage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server: sessions, the advisory lock, row locks, the sequence; ends silent sessions, and is killed at times. */
final class SimulatedServer implements Actor {

    /** In turns; the real one ends a relay's silent session after ten seconds. */
    private static final int SILENCE_MAX = 60;

    /** What silence of a relay does to its session. */
    enum Silence {
        ENDS_SESSION,
        /** The session of a process that is gone ends, that of a paused one goes on, though another may lead. */
        FREES_LEAD,
        /** A session that is silent inside a transaction stays, and keeps the lead. */
        ENDS_SESSION_OUTSIDE_TRANSACTIONS
    }

    /** One connection of a relay. */
    static final class Session {
        private long heard;
        private boolean open = true;
        private boolean clientGone;
        private boolean clientHangs;
        private boolean inTransaction;
        private long xid;
    }

    final SimulatedCluster cluster = new SimulatedCluster();
    final OutboxTable outbox = new OutboxTable();
    private final Map<UUID, Object> aggregateLocks = new HashMap<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Stage stage;
    private final Silence silence;

    private @Nullable Session leader;
    private @Nullable Session relayRowLock;
    private long sequence;
    private long awayUntil;
    private int incarnation;

    SimulatedServer(Stage stage, Silence silence) {
        this.stage = stage;
        this.silence = silence;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void step() {
        for (var session : List.copyOf(sessions)) {
            if (session.clientGone) {
                stage.say("ends the session of a dead process");
                end(session);
            } else if (stage.turn() - session.heard > SILENCE_MAX) {
                silent(session);
            }
        }
        if (up() && stage.fault(120)) {
            crash();
        }
    }

    private void silent(Session session) {
        boolean ends =
                switch (silence) {
                    case ENDS_SESSION -> true;
                    case FREES_LEAD -> session.clientHangs;
                    case ENDS_SESSION_OUTSIDE_TRANSACTIONS -> !session.inTransaction;
                };
        if (ends) {
            stage.say("ends a session that was silent");
            end(session);
        } else if (silence == Silence.FREES_LEAD && leader == session) {
            stage.say("frees the lead of a session that was silent");
            leader = null;
        }
    }

    private void crash() {
        awayUntil = stage.turn() + stage.chance().between(1, 40);
        stage.say("is killed; back at turn %d", awayUntil);
        stage.mark("postgres is killed");
        List.copyOf(sessions).forEach(this::end);
        aggregateLocks.clear();
        cluster.crash();
        sequence += stage.chance().below(33); // it is logged 32 numbers ahead
        incarnation++;
    }

    boolean up() {
        return stage.turn() >= awayUntil;
    }

    /** Changes when the server was killed: whatever transaction was open is gone. */
    int incarnation() {
        return incarnation;
    }

    long nextval() {
        return ++sequence;
    }

    boolean lock(UUID aggregate, Object holder) {
        return aggregateLocks.putIfAbsent(aggregate, holder) == null || aggregateLocks.get(aggregate) == holder;
    }

    void unlock(Object holder) {
        aggregateLocks.values().removeIf(other -> other == holder);
    }

    Session connect() {
        if (!up()) {
            throw unreadable("connection refused");
        }
        var session = new Session();
        session.heard = stage.turn();
        sessions.add(session);
        return session;
    }

    boolean tryToLead(Session session) {
        hear(session);
        if (leader == null) {
            leader = session;
        }
        return leader == session;
    }

    /** @throws OutboxUnreadable when the session has ended */
    void hear(Session session) {
        if (!session.open) {
            throw unreadable("this connection has been closed");
        }
        session.heard = stage.turn();
    }

    void begin(Session session) {
        hear(session);
        session.inTransaction = true;
    }

    /**
     * The transaction writes the relay's row.
     *
     * @throws OutboxUnreadable when another session holds the row for longer than this one waits
     */
    void writeRelayRow(Session session) {
        if (relayRowLock != null && relayRowLock != session) {
            throw unreadable("read timed out while waiting for a lock");
        }
        relayRowLock = session;
        session.xid = cluster.assign();
    }

    boolean relayRowIsFree() {
        return relayRowLock == null;
    }

    void commit(Session session) {
        hear(session);
        if (session.xid > 0) {
            cluster.commit(session.xid);
        }
        endTransaction(session);
    }

    private void endTransaction(Session session) {
        session.inTransaction = false;
        session.xid = 0;
        if (relayRowLock == session) {
            relayRowLock = null;
        }
    }

    void clientDied(Session session, boolean silently) {
        session.clientGone = !silently;
        session.clientHangs = silently;
    }

    void end(Session session) {
        session.open = false;
        sessions.remove(session);
        if (session.xid > 0) {
            cluster.rollback(session.xid);
        }
        endTransaction(session);
        if (leader == session) {
            leader = null;
        }
    }

    private static OutboxUnreadable unreadable(String why) {
        return new OutboxUnreadable(new SQLException(why, "08006"));
    }
}
