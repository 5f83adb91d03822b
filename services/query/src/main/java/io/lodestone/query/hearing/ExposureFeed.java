package io.lodestone.query.hearing;

import static io.lodestone.contracts.deals.DealEvent.DEALS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.query.exposure.DealDimensions;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Fact;
import io.lodestone.query.exposure.Measures;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Facts of deals move the exposure. */
@ApplicationScoped
class ExposureFeed implements Feed<DealEvent> {

    private final FeedRunner runner;
    private final Ledger ledger;

    ExposureFeed(FeedRunner runner, Ledger ledger) {
        this.runner = runner;
        this.ledger = ledger;
    }

    @Incoming("deals")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("deals", records, this);
    }

    @Override
    public Topic<DealEvent> topic() {
        return DEALS;
    }

    @Override
    public void on(List<Heard<DealEvent>> heard) {
        ledger.takeInDeals(heard.stream().map(ExposureFeed::factOf).toList());
    }

    private static DealFact factOf(Heard<DealEvent> heard) {
        var envelope = heard.envelope();
        var event = heard.event();
        var deal = event.deal();
        return new DealFact(
                new Fact(
                        envelope.subject(),
                        envelope.version(),
                        envelope.id(),
                        envelope.type(),
                        event.effectiveOn(),
                        envelope.at()),
                deal.reference(),
                deal.releaseClass(),
                DealDimensions.of(deal, event.figures().currency()),
                Measures.of(event.figures()));
    }
}
