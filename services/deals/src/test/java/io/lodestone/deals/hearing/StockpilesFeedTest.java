package io.lodestone.deals.hearing;

import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDelivered;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.stockpiles.Material;
import io.lodestone.contracts.stockpiles.StockpileEvent;
import io.lodestone.contracts.stockpiles.StockpileEvent.MaterialReceived;
import io.lodestone.contracts.stockpiles.StockpileEvent.StockpileOpened;
import io.lodestone.contracts.stockpiles.StockpileProfile;
import io.lodestone.deals.known.KnownStockpiles;
import io.lodestone.deals.known.Remembered;
import io.lodestone.deals.offtake.Offtake;
import io.lodestone.deals.offtake.RememberedOfftakes;
import io.lodestone.testing.FakeOutbox;
import io.lodestone.testing.FeedContract;
import io.lodestone.testing.FixedClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a buying stockpile receives is the buyer's side of a delivery. */
class StockpilesFeedTest implements FeedContract<StockpileEvent> {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final UUID BUYER = new UUID(0, 9);
    private static final UUID OTHER = new UUID(0, 10);
    private static final UUID AGREEMENT = new UUID(0, 20);

    private RememberedOfftakes offtakes = new RememberedOfftakes();
    private KnownStockpiles known = Remembered.stockpiles();
    private FakeOutbox outbox = new FakeOutbox();
    private Offtake offtake = offtakes.negotiated(AGREEMENT, BUYER);

    @BeforeEach
    @Override
    public void forget() {
        offtakes = new RememberedOfftakes();
        known = Remembered.stockpiles();
        outbox = new FakeOutbox();
        offtake = offtakes.negotiated(AGREEMENT, BUYER);
        offtake.propose(LocalDate.parse("2024-07-01"), NOON);
    }

    @Override
    public Topic<StockpileEvent> topic() {
        return STOCKPILES;
    }

    @Override
    public Feed<StockpileEvent> feed() {
        var receipts = new Receipts(offtakes, outbox, FixedClock.at("2026-03-01T12:00:00Z"));
        return new TestFeed<>(topic(), heard -> StockpilesFeed.follow(heard, known, receipts));
    }

    @Override
    public List<StockpileEvent> story() {
        return List.of(
                opened(BUYER),
                opened(OTHER),
                received(BUYER, 2, AGREEMENT, "480"),
                received(OTHER, 2, AGREEMENT, "7"),
                received(BUYER, 3, null, "5"),
                received(BUYER, 4, new UUID(0, 21), "6"));
    }

    @Override
    public Object state() {
        return List.of(offtake.contractYears(), offtake.discrepancies(), offtake.version());
    }

    @Test
    void onlyTheBuyersReceiptsUnderTheAgreementCount() {
        hear(story());
        var fact = outbox.only(OfftakeDelivered.class);
        assertThat(fact.reportedBy()).isEqualTo("BUYER");
        assertThat(fact.received()).isEqualTo(Tonnes.of("480"));
        assertThat(fact.delivered()).isEqualTo(Tonnes.ZERO);
        assertThat(outbox.noted().getFirst().provenance().actor()).isEqualTo("service:deals");
        assertThat(offtake.discrepancies()).hasSize(2).allSatisfy(difference -> assertThat(difference.difference())
                .isEqualTo(Tonnes.of("-480")));
    }

    private static StockpileEvent opened(UUID stockpile) {
        return new StockpileOpened(stockpile, 1, NOON, LocalDate.parse("2025-01-01"), profile(), null);
    }

    private static StockpileEvent received(UUID stockpile, long version, @Nullable UUID offtakeId, String tonnes) {
        return new MaterialReceived(
                stockpile,
                version,
                NOON,
                LocalDate.parse("2025-08-01"),
                profile(),
                new UUID(1, version),
                new Material("ANTIMONY", "INGOT", "99.65 % Sb"),
                Tonnes.of(tonnes),
                "GROSS",
                null,
                "US",
                "Miner",
                offtakeId,
                null,
                "Depot",
                Tonnes.of(tonnes));
    }

    private static StockpileProfile profile() {
        return new StockpileProfile("Stockpile", "NATIONAL_DEFENSE", "DLA", "PUBLIC");
    }
}
