package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.OutboxSession.OutboxUnreadable;
import io.lodestone.chassis.outbox.SimulatedServer.Session;
import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Crash;
import io.lodestone.chassis.simulation.Stage;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** One instance of a service, as far as its relay goes: does what {@link OutboxRelay} does, over the real machine. */
final class SimulatedRelay implements Actor {

    private final String name;
    private final Stage stage;
    private final SimulatedServer server;
    private final SimulatedBroker broker;
    private final RelayParts parts;

    private @Nullable Session session;
    private @Nullable SimulatedProducer producer;
    private @Nullable RelayMachine machine;
    private long startsAgain;
    private int idle;

    SimulatedRelay(String name, Stage stage, SimulatedServer server, SimulatedBroker broker, RelayParts parts) {
        this.name = name;
        this.stage = stage;
        this.server = server;
        this.broker = broker;
        this.parts = parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int weight() {
        return 8;
    }

    @Override
    public void step() {
        if (stage.turn() < startsAgain) {
            return;
        }
        try {
            if (machine == null) {
                begin();
            } else {
                goOn(machine);
            }
        } catch (Crash crash) {
            if (session != null) {
                server.clientDied(session, crash.silent());
            }
            close();
            startsAgain = stage.turn() + stage.chance().between(1, 30);
        } catch (OutboxUnreadable | OutboxRows.Overtaken | KafkaException e) {
            stage.say("the outbox waits: %s", e.getMessage());
            if (session != null) {
                server.end(session);
            }
            close();
        }
    }

    private void begin() {
        if (session == null) {
            session = server.connect();
        }
        if (server.tryToLead(session)) {
            producer = broker.producer();
            machine = new RelayMachine(parts.rows(server, session, stage), parts.log(producer, stage));
        }
    }

    private void goOn(RelayMachine leading) {
        switch (leading.step()) {
            case WORKED -> idle = 0;
            case WAITED -> {
                idle = 0;
                server.hear(session());
            }
            case IDLE -> idle++;
        }
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }

    private void close() {
        if (producer != null) {
            producer.close();
        }
        session = null;
        producer = null;
        machine = null;
        idle = 0;
    }

    /** True when it leads and finds nothing to do, time and again. */
    boolean idles() {
        return idle >= 3;
    }

    /** What it says it did is over: the next look counts anew. */
    void busy() {
        idle = 0;
    }
}
