package io.lodestone.stockpiles.receiving;

import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;

import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.stockpiles.stockpile.Receipt;
import io.lodestone.stockpiles.stockpile.Stockpile.IntakeIds;
import io.lodestone.stockpiles.stockpile.Stockpiles;
import io.lodestone.stockpiles.view.Keeper;
import io.lodestone.stockpiles.view.StockpileView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Material comes in. */
@ApplicationScoped
class Receiving {

    private final Stockpiles stockpiles;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Receiving(Stockpiles stockpiles, Outbox outbox, Ids ids, Clock clock) {
        this.stockpiles = stockpiles;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public StockpileView receive(UUID id, IfMatch ifMatch, Receipt receipt, Keeper keeper) {
        var stockpile = stockpiles.forUpdate(id);
        keeper.mayWrite(stockpile);
        ifMatch.check(stockpile.version());
        var level = stockpiles.level(id, receipt.substance(), ids::next);
        var intake = stockpile.receive(receipt, level, new IntakeIds(ids.next(), ids.next()), clock.instant());
        stockpiles.add(intake);
        for (var fact : intake.facts()) {
            outbox.add(STOCKPILES, fact);
        }
        return StockpileView.of(stockpile, stockpiles.levels(List.of(id)));
    }
}
