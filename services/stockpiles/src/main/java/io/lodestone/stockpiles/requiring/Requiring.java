package io.lodestone.stockpiles.requiring;

import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;

import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.stockpiles.stockpile.Requirement;
import io.lodestone.stockpiles.stockpile.Stockpiles;
import io.lodestone.stockpiles.view.Keeper;
import io.lodestone.stockpiles.view.StockpileView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** How much of a material must be there. */
@ApplicationScoped
class Requiring {

    private final Stockpiles stockpiles;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Requiring(Stockpiles stockpiles, Outbox outbox, Ids ids, Clock clock) {
        this.stockpiles = stockpiles;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public StockpileView require(UUID id, IfMatch ifMatch, Requirement requirement, Keeper keeper) {
        var stockpile = stockpiles.forUpdate(id);
        keeper.mayWrite(stockpile);
        ifMatch.check(stockpile.version());
        var level = stockpiles.level(id, requirement.substance(), ids::next);
        for (var fact : stockpile.require(requirement, level, clock.instant())) {
            outbox.add(STOCKPILES, fact);
        }
        return StockpileView.of(stockpile, stockpiles.levels(List.of(id)));
    }
}
