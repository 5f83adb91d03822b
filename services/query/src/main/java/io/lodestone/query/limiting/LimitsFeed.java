package io.lodestone.query.limiting;

import static io.lodestone.contracts.limits.LimitEvent.LIMITS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.limits.LimitEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Facts about limits: what may be used, what is reserved, what was said when a level was reached. */
@ApplicationScoped
class LimitsFeed implements Feed<LimitEvent> {

    private final FeedRunner runner;
    private final LimitFacts facts;

    LimitsFeed(FeedRunner runner, LimitFacts facts) {
        this.runner = runner;
        this.facts = facts;
    }

    @Incoming("limits")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("limits", records, this);
    }

    @Override
    public Topic<LimitEvent> topic() {
        return LIMITS;
    }

    @Override
    public void on(List<Heard<LimitEvent>> heard) {
        facts.takeIn(heard);
    }
}
