package io.lodestone.chassis.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** The services' own relay, without a service around it. */
public final class OwnRelay {

    private static final int PAGE_ROWS = 2_000;

    private OwnRelay() {}

    /** Carries all that {@code database} holds and the relay has not sent yet; ends the connection. */
    public static void drain(Connection database, String bootstrapServers) throws SQLException {
        try (var session = new OutboxSession(database, PAGE_ROWS);
                var topics = new TopicWriter(bootstrapServers)) {
            var relay = new RelayMachine(session, topics);
            while (relay.step() != RelayMachine.Step.IDLE) {
                // until all that can be seen is sent
            }
        }
    }
}
