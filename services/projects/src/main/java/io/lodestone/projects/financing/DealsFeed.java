package io.lodestone.projects.financing;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealsFact;
import io.lodestone.contracts.envelope.Topic;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what deals promise to projects. */
@ApplicationScoped
class DealsFeed implements Feed<DealsFact> {

    private final FeedRunner runner;
    private final FundingPositions positions;

    DealsFeed(FeedRunner runner, FundingPositions positions) {
        this.runner = runner;
        this.positions = positions;
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
        positions.follow(Heard.only(DealEvent.class, heard));
    }
}
