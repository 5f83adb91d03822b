package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.SimulatedServer.Session;
import io.lodestone.chassis.outbox.SimulatedServer.Silence;
import io.lodestone.chassis.simulation.Invariant;
import io.lodestone.chassis.simulation.Stage;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Relays with one bug each, known from elsewhere; a simulator that does not find them is too weak. */
enum PlantedRelay implements RelayParts {
    ID_CURSOR(Invariant.ALL_SENT) {
        @Override
        public OutboxRows rows(SimulatedServer server, Session session, Stage stage) {
            return new CursorRows(server, session, stage, CursorRows.BY_NUMBER, false);
        }

        @Override
        public boolean refills() {
            return false;
        }
    },
    XMIN_GATE_WITH_ID_CURSOR(Invariant.ALL_SENT) {
        @Override
        public OutboxRows rows(SimulatedServer server, Session session, Stage stage) {
            return new CursorRows(server, session, stage, CursorRows.BY_NUMBER, true);
        }

        @Override
        public boolean refills() {
            return false;
        }
    },
    XMIN_GATE_BY_TRANSACTION(Invariant.IN_ORDER) {
        @Override
        public OutboxRows rows(SimulatedServer server, Session session, Stage stage) {
            return new CursorRows(server, session, stage, CursorRows.BY_TRANSACTION, true);
        }

        @Override
        public boolean refills() {
            return false;
        }
    },
    XMIN_GATE_BEHIND_A_STRANGER(Invariant.NOTHING_STALLS) {
        @Override
        public OutboxRows rows(SimulatedServer server, Session session, Stage stage) {
            return XMIN_GATE_BY_TRANSACTION.rows(server, session, stage);
        }

        @Override
        public boolean refills() {
            return false;
        }
    },
    OPEN_TRANSACTIONS_FORGOTTEN(Invariant.ALL_SENT) {
        @Override
        public OutboxRows rows(SimulatedServer server, Session session, Stage stage) {
            return new SimulatedRows(server, session, stage, PAGE_ROWS) {
                @Override
                public Look look(Snapshot sent) {
                    var look = super.look(sent);
                    var xmax = Seen.of(look.now()).xmax();
                    return new Look(new Snapshot("%1$d:%1$d:".formatted(xmax)), look.first());
                }
            };
        }
    },
    NO_FENCING(Invariant.PROGRESS_ONLY_GROWS) {
        @Override
        public OutboxRows rows(SimulatedServer server, Session session, Stage stage) {
            return new SimulatedRows(server, session, stage, PAGE_ROWS) {
                @Override
                boolean leads() {
                    return true;
                }
            };
        }

        @Override
        public Silence silence() {
            return Silence.FREES_LEAD;
        }
    },
    STORED_BEFORE_ACKNOWLEDGED(Invariant.ALL_SENT) {
        @Override
        public FactLog log(SimulatedProducer producer, Stage stage) {
            return facts -> {
                producer.send(facts);
                return () -> true;
            };
        }
    },
    GIVES_A_FACT_UP_AND_GOES_ON(Invariant.IN_ORDER) {
        @Override
        public FactLog log(SimulatedProducer producer, Stage stage) {
            return facts -> stage.fault(10) ? allButFirst(producer, facts) : producer.send(facts);
        }
    },
    NUMBER_DRAWN_BEFORE_THE_LOCK(Invariant.IN_ORDER) {
        @Override
        public boolean lockFirst() {
            return false;
        }
    },
    LEADER_PAUSED_INSIDE_A_TRANSACTION(Invariant.DRAINS) {
        @Override
        public Silence silence() {
            return Silence.ENDS_SESSION_OUTSIDE_TRANSACTIONS;
        }
    };

    private final Invariant breaks;

    PlantedRelay(Invariant breaks) {
        this.breaks = breaks;
    }

    Invariant breaks() {
        return breaks;
    }

    private static FactLog.Sending allButFirst(SimulatedProducer producer, List<RecordedFact> facts) {
        producer.send(facts.subList(1, facts.size()));
        return () -> {
            throw new KafkaException("the log refused a fact");
        };
    }
}
