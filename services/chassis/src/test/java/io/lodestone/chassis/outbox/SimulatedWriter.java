package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.OutboxTable.Written;
import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A use case on its way: locks an aggregate, records facts, and commits, quickly or slowly, or not at all. */
final class SimulatedWriter implements Actor {

    static final int AGGREGATES = 4;

    private enum At {
        REST,
        BEGUN,
        LOCKED
    }

    private final String name;
    private final Stage stage;
    private final SimulatedServer server;
    private final boolean lockFirst;
    private final List<Written> written = new ArrayList<>();

    private At at = At.REST;
    private UUID aggregate = new UUID(0, 0);
    private long xid;
    private long seq;
    private long begun;
    private int incarnation;

    SimulatedWriter(String name, Stage stage, SimulatedServer server, boolean lockFirst) {
        this.name = name;
        this.stage = stage;
        this.server = server;
        this.lockFirst = lockFirst;
    }

    @Override
    public String name() {
        return name;
    }

    boolean rests() {
        return at == At.REST;
    }

    @Override
    public void step() {
        if (!rests() && incarnation != server.incarnation()) {
            stage.say("has lost its transaction");
            forget();
        } else if (server.up()) {
            switch (at) {
                case REST -> begin();
                case BEGUN -> lock();
                case LOCKED -> goOn();
            }
        }
    }

    private void begin() {
        if (stage.calm()) {
            return;
        }
        aggregate = new UUID(0, stage.chance().below(AGGREGATES));
        incarnation = server.incarnation();
        begun = stage.turn();
        at = At.BEGUN;
        if (stage.chance().oneIn(2)) {
            xid = server.cluster.assign();
            stage.say("begins, writes elsewhere first: xid %d", xid);
        }
        if (!lockFirst) {
            seq = server.nextval();
        }
    }

    private void lock() {
        if (server.lock(aggregate, this)) {
            at = At.LOCKED;
            record();
        }
    }

    private void record() {
        long number = lockFirst || !written.isEmpty() ? server.nextval() : seq;
        if (xid == 0) {
            xid = server.cluster.assign();
        }
        long version = server.outbox.version(aggregate)
                + 1
                + written.stream()
                        .filter(row -> row.fact().subject().equals(aggregate))
                        .count();
        var fact = new RecordedFact(
                "topic",
                "simulation",
                new UUID(1, stage.newId()),
                "recorded.v1",
                aggregate,
                version,
                Instant.EPOCH,
                new Provenance("somebody", "00"),
                "{}");
        written.add(new Written(xid, number, begun, fact));
        stage.say("records %s%d: seq %d, xid %d", SimulatedProducer.label(aggregate), version, number, xid);
    }

    /** One more fact, of this aggregate or another that is free; the end; or nothing yet. */
    private void goOn() {
        switch (stage.chance().below(8)) {
            case 0 -> record();
            case 1 -> {
                var other = new UUID(0, stage.chance().below(AGGREGATES));
                if (server.lock(other, this)) {
                    aggregate = other;
                    record();
                }
            }
            case 2, 3, 4 -> commit();
            case 5 -> rollback();
            default -> {}
        }
    }

    private void commit() {
        server.cluster.commit(xid);
        server.outbox.add(written);
        stage.say("commits xid %d", xid);
        forget();
    }

    private void rollback() {
        server.cluster.rollback(xid);
        stage.say("rolls back xid %d", xid);
        forget();
    }

    private void forget() {
        server.unlock(this);
        written.clear();
        xid = 0;
        at = At.REST;
    }
}
