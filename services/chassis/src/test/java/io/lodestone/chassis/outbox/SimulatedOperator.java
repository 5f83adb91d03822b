package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.OutboxTable.Written;
import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Stage;

/** Has facts sent again, as {@code outbox_refill} does. */
final class SimulatedOperator implements Actor {

    private final Stage stage;
    private final SimulatedServer server;
    private int refills;
    private int again;

    SimulatedOperator(Stage stage, SimulatedServer server) {
        this.stage = stage;
        this.server = server;
    }

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public void step() {
        if (server.up() && server.relayRowIsFree() && stage.fault(25)) {
            refill(stage.turn() - stage.chance().below(200));
        }
    }

    private void refill(long since) {
        var outbox = server.outbox;
        var oldest = outbox.rows().stream()
                .filter(row -> row.writtenAt() >= since)
                .mapToLong(Written::xid)
                .min();
        if (oldest.isPresent()) {
            long xmin =
                    Math.min(oldest.getAsLong(), Seen.of(outbox.progress.sent()).xmin());
            var sent = OutboxTable.sent(outbox.progress);
            outbox.progress = Progress.all(new Snapshot("%1$d:%1$d:".formatted(xmin)));
            outbox.epoch++;
            server.cluster.commit(server.cluster.assign());
            refills++;
            again += (int) outbox.rows().stream()
                    .filter(sent.and(OutboxTable.sent(outbox.progress).negate()))
                    .count();
            stage.say("has sent again from xid %d on", xmin);
            stage.mark("an operator has facts sent again");
        }
    }

    int refills() {
        return refills;
    }

    /** Facts that were sent and are to be sent again. */
    int again() {
        return again;
    }
}
