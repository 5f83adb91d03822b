package io.lodestone.chassis.outbox;

import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Stage;

/** Holds transaction ids in another database of the same server, for long. */
final class SimulatedStranger implements Actor {

    private final Stage stage;
    private final SimulatedServer server;
    private long xid;
    private int incarnation;

    SimulatedStranger(Stage stage, SimulatedServer server) {
        this.stage = stage;
        this.server = server;
    }

    @Override
    public String name() {
        return "stranger";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public void step() {
        if (incarnation != server.incarnation()) {
            xid = 0;
        }
        if (stage.calm() || !server.up()) {
            return;
        }
        if (xid == 0) {
            begin();
        } else if (stage.chance().oneIn(3)) {
            end();
        }
    }

    void begin() {
        incarnation = server.incarnation();
        xid = server.cluster.assign();
        stage.say("holds xid %d elsewhere", xid);
    }

    boolean holds() {
        return xid != 0 && incarnation == server.incarnation();
    }

    void end() {
        server.cluster.commit(xid);
        stage.say("commits xid %d elsewhere", xid);
        xid = 0;
    }
}
