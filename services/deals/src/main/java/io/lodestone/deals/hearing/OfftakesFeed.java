package io.lodestone.deals.hearing;

import static io.lodestone.contracts.deals.OfftakeEvent.OFFTAKES;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeAbandoned;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeAmended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCureExtended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCured;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDelivered;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDisputed;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeFulfilled;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeInForce;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeProposed;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeSigned;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeTerminated;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.deals.limit.Limits;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** An offtake agreement that moved moves the conditions that name it. */
@ApplicationScoped
class OfftakesFeed implements Feed<OfftakeEvent> {

    private final FeedRunner runner;
    private final LinkedConditions conditions;
    private final Limits limits;

    OfftakesFeed(FeedRunner runner, LinkedConditions conditions, Limits limits) {
        this.runner = runner;
        this.conditions = conditions;
        this.limits = limits;
    }

    @Incoming("offtakes")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("offtakes", records, this);
    }

    @Override
    public Topic<OfftakeEvent> topic() {
        return OFFTAKES;
    }

    @Override
    public void on(List<Heard<OfftakeEvent>> heard) {
        limits.share();
        follow(heard, conditions);
    }

    static void follow(List<Heard<OfftakeEvent>> heard, LinkedConditions conditions) {
        for (var fact : heard) {
            switch (fact.event()) {
                case OfftakeSigned _, OfftakeDisputed _, OfftakeCured _, OfftakeTerminated _, OfftakeAbandoned _ ->
                    conditions.followOfftake(fact.event(), fact.envelope());
                case OfftakeProposed _,
                        OfftakeInForce _,
                        OfftakeAmended _,
                        OfftakeDelivered _,
                        OfftakeCureExtended _,
                        OfftakeFulfilled _ -> {}
            }
        }
    }
}
