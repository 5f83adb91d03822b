package io.lodestone.stockpiles.opening;

import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;

import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.stockpiles.stockpile.Charter;
import io.lodestone.stockpiles.stockpile.Stockpile;
import io.lodestone.stockpiles.stockpile.Stockpiles;
import io.lodestone.stockpiles.view.Keeper;
import io.lodestone.stockpiles.view.StockpileView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** A stockpile begins. */
@ApplicationScoped
class Opening {

    private final Stockpiles stockpiles;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Opening(Stockpiles stockpiles, Outbox outbox, Ids ids, Clock clock) {
        this.stockpiles = stockpiles;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public StockpileView open(Charter charter, Keeper keeper) {
        keeper.mustKeep(charter.custodian().name());
        var now = clock.instant();
        var stockpile = Stockpile.of(ids.next(), charter, now);
        outbox.add(STOCKPILES, stockpile.open(now));
        stockpiles.add(stockpile);
        return StockpileView.of(stockpile, List.of());
    }
}
