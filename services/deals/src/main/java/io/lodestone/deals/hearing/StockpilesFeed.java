package io.lodestone.deals.hearing;

import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.stockpiles.StockpileEvent;
import io.lodestone.contracts.stockpiles.StockpileEvent.LevelBelowRequirement;
import io.lodestone.contracts.stockpiles.StockpileEvent.LevelRestored;
import io.lodestone.contracts.stockpiles.StockpileEvent.MaterialReceived;
import io.lodestone.contracts.stockpiles.StockpileEvent.RequirementSet;
import io.lodestone.contracts.stockpiles.StockpileEvent.StockpileOpened;
import io.lodestone.deals.known.KnownStockpiles;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Which stockpiles there are, and what came in under an offtake agreement: the buyer's side of a delivery. */
@ApplicationScoped
class StockpilesFeed implements Feed<StockpileEvent> {

    private final FeedRunner runner;
    private final KnownStockpiles known;
    private final Receipts receipts;

    StockpilesFeed(FeedRunner runner, KnownStockpiles known, Receipts receipts) {
        this.runner = runner;
        this.known = known;
        this.receipts = receipts;
    }

    @Incoming("stockpiles")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("stockpiles", records, this);
    }

    @Override
    public Topic<StockpileEvent> topic() {
        return STOCKPILES;
    }

    @Override
    public void on(List<Heard<StockpileEvent>> heard) {
        follow(heard, known, receipts);
    }

    static void follow(List<Heard<StockpileEvent>> heard, KnownStockpiles known, Receipts receipts) {
        for (var fact : heard) {
            boolean news = known.advance(fact.event().subject(), fact.event().version());
            switch (fact.event()) {
                case MaterialReceived received -> {
                    if (news) {
                        receipts.take(received, fact.envelope());
                    }
                }
                case StockpileOpened _, RequirementSet _, LevelBelowRequirement _, LevelRestored _ -> {}
            }
        }
    }
}
