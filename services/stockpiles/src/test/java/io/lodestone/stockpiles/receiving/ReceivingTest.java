package io.lodestone.stockpiles.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.chassis.time.Ids;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.stockpiles.StockpileEvent.MaterialReceived;
import io.lodestone.stockpiles.stockpile.RememberedStockpiles;
import io.lodestone.stockpiles.stockpile.SomeStock;
import io.lodestone.stockpiles.stockpile.Stockpile;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NoSuchStockpile;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotYours;
import io.lodestone.stockpiles.view.Keeper;
import io.lodestone.testing.FakeOutbox;
import io.lodestone.testing.FixedClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivingTest {

    private static final Keeper DLA = keeper("DLA");

    private final FakeOutbox outbox = new FakeOutbox();
    private final RememberedStockpiles stockpiles = new RememberedStockpiles();
    private final Receiving receiving =
            new Receiving(stockpiles, outbox, new Ids(), FixedClock.at("2026-03-01T12:00:00Z"));

    @Test
    void whatComesInIsALotAMovementAndAFact() {
        var id = opened(ReleaseClass.PUBLIC);

        var view = receiving.receive(id, IfMatch.valueOf("\"1\""), SomeStock.receipt("12.5"), DLA);

        assertThat(view.version()).isEqualTo(2);
        assertThat(view.movements()).isEqualTo(1);
        var fact = outbox.only(MaterialReceived.class);
        assertThat(fact.onHand()).hasToString("12.500");
        var intake = stockpiles.intakes().getFirst();
        assertThat(intake.lot().id()).isEqualTo(fact.lotId());
        assertThat(intake.movement().digest()).isEqualTo(view.digest());
    }

    @Test
    void onlyTheCustodianReceives() {
        var id = opened(ReleaseClass.PUBLIC);

        assertThatThrownBy(() -> receiving.receive(id, IfMatch.any(), SomeStock.receipt("1"), keeper("DOE")))
                .isInstanceOf(NotYours.class);
        assertThat(outbox.facts()).isEmpty();
    }

    @Test
    void aRestrictedStockpileDoesNotExistForOthers() {
        var id = opened(ReleaseClass.RESTRICTED);

        assertThatThrownBy(() -> receiving.receive(id, IfMatch.any(), SomeStock.receipt("1"), keeper("DOE")))
                .isInstanceOf(NoSuchStockpile.class);
        receiving.receive(id, IfMatch.any(), SomeStock.receipt("1"), DLA);
    }

    @Test
    void aStaleReceiptIsRefused() {
        var id = opened(ReleaseClass.PUBLIC);

        assertThatThrownBy(() -> receiving.receive(id, IfMatch.valueOf("\"2\""), SomeStock.receipt("1"), DLA))
                .isInstanceOf(ProblemException.class);
        assertThat(stockpiles.intakes()).isEmpty();
    }

    private UUID opened(ReleaseClass releaseClass) {
        var stockpile = Stockpile.of(UUID.randomUUID(), SomeStock.charter(releaseClass), SomeStock.NOON);
        stockpile.open(SomeStock.NOON);
        stockpiles.add(stockpile);
        return stockpile.id();
    }

    private static Keeper keeper(String agency) {
        return new Keeper(new Sight(List.of("PUBLIC", "PARTNER"), agency), agency);
    }
}
