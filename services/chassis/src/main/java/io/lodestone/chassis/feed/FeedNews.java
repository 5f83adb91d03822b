package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedMachine.Done;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells people what feeds could not take in, once it is committed. */
@ApplicationScoped
class FeedNews {

    private static final Logger LOG = Logger.getLogger(FeedNews.class);

    private final MeterRegistry meters;

    FeedNews(MeterRegistry meters) {
        this.meters = meters;
    }

    void tell(String topic, Done done) {
        for (var type : done.unknown()) {
            meters.counter("lodestone.feed.unknown.types", "topic", topic, "type", type)
                    .increment();
        }
        for (var parking : done.parked()) {
            var level = parking.hold() == FeedRows.Hold.WAITING ? Logger.Level.DEBUG : Logger.Level.WARN;
            LOG.logf(level, "parked %s, %s: %s", parking.message(), parking.hold(), parking.cause());
        }
    }
}
