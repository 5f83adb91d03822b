package io.lodestone.query.hearing;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealsFact;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.known.control.ControlRuns;
import io.lodestone.query.known.ledger.Ledger;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Facts of deals move the exposure; control totals among them say what it should add up to. */
@ApplicationScoped
class ExposureFeed implements Feed<DealsFact> {

    private final FeedRunner runner;
    private final Ledger ledger;
    private final ControlRuns control;

    ExposureFeed(FeedRunner runner, Ledger ledger, ControlRuns control) {
        this.runner = runner;
        this.ledger = ledger;
        this.control = control;
    }

    @Incoming("deals")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("deals", records, this);
    }

    @Override
    public Topic<DealsFact> topic() {
        return DEALS;
    }

    @Override
    public void on(List<Heard<DealsFact>> heard) {
        ledger.takeInDeals(Heard.only(DealEvent.class, heard).stream()
                .map(one -> DealFact.of(one.envelope().id(), one.envelope().type(), one.event()))
                .toList());
        control.follow(heard);
    }
}
