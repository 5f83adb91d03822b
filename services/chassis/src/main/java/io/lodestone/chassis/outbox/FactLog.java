package io.lodestone.chassis.outbox;

import java.util.List;

/** Where facts go. What is sent keeps its order per key, also when the log is slow to answer. */
interface FactLog {

    /** Starts to send; returns at once or when the log's own memory has room again. */
    Sending send(List<RecordedFact> facts);

    interface Sending {

        /** True when every fact of it is durable on the log; waits for that, at most a second. */
        boolean acknowledged();
    }
}
