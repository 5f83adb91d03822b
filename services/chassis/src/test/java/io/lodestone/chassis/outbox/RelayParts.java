package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.SimulatedServer.Session;
import io.lodestone.chassis.outbox.SimulatedServer.Silence;
import io.lodestone.chassis.simulation.Stage;

/** What a relay is put together from. The defaults are the real ones; each planted bug replaces one of them. */
interface RelayParts {

    /** Rows at most in one page; small, so that pages end everywhere. */
    int PAGE_ROWS = 3;

    default OutboxRows rows(SimulatedServer server, Session session, Stage stage) {
        return new SimulatedRows(server, session, stage, PAGE_ROWS);
    }

    default FactLog log(SimulatedProducer producer, Stage stage) {
        return producer;
    }

    /** Writers lock their aggregate before they draw a sequence number. */
    default boolean lockFirst() {
        return true;
    }

    default Silence silence() {
        return Silence.ENDS_SESSION;
    }

    /** An operator has facts sent again at times. */
    default boolean refills() {
        return true;
    }
}
