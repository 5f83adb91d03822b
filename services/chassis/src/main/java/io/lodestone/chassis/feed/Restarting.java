package io.lodestone.chassis.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import org.jboss.logging.Logger;

/** Lets a topic be heard again from its beginning; what was heard is stepped over. */
@ApplicationScoped
public class Restarting {

    private static final Logger LOG = Logger.getLogger(Restarting.class);

    private final FeedPositions positions;
    private final FeedSeeks seeks;

    Restarting(FeedPositions positions, FeedSeeks seeks) {
        this.positions = positions;
        this.seeks = seeks;
    }

    /**
     * Answers how many partitions begin anew, 0 when none of the topic was ever heard here. Commits at once, outside of
     * any transaction of the caller: whoever places consumers now waits for these rows, and we wait for the consumers.
     *
     * @param by who decides so, kept with the reason
     */
    public int restart(String topic, String by, String reason) {
        return QuarkusTransaction.suspendingExisting().call(() -> forgetAndPlace(topic, by, reason));
    }

    private int forgetAndPlace(String topic, String by, String reason) {
        var before = new HashSet<>(positions.all().keySet());
        before.removeIf(partition -> !partition.topic().equals(topic));
        int partitions = positions.restart(topic, by, reason);
        if (partitions > 0) {
            LOG.warnf("%s restarted %s: %s", by, topic, reason);
            seeks.placeAgain(before);
        }
        return partitions;
    }
}
