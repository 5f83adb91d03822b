package io.lodestone.chassis.outbox;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The relay's knobs; defaults stand in the chassis' microprofile-config.properties. */
@ConfigMapping(prefix = "lodestone.outbox")
interface OutboxConfig {

    Relay relay();

    /** How long rows stay after they were sent, so that a lost topic can be filled again. */
    Duration keepSent();

    interface Relay {

        /** False when Debezium carries the outbox instead. */
        boolean enabled();

        /** Rows per batch: bounds memory and the work repeated after a crash. */
        int batchRows();

        /** The safety net under the signal after commit, and how often a follower asks to lead. */
        Duration pollInterval();
    }
}
