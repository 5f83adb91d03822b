package io.lodestone.stockpiles.view;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Sight;
import io.lodestone.stockpiles.stockpile.Stockpile;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NoSuchStockpile;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotYours;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something of a stockpile.
 *
 * @param sight  what they may see
 * @param agency for whom they act, if for anybody
 */
public record Keeper(Sight sight, @Nullable String agency) {

    public static Keeper of(Caller caller) {
        return new Keeper(caller.sight(), caller.agency().orElse(null));
    }

    /** @throws NoSuchStockpile when it may not be seen: then it does not exist for them */
    public void maySee(Stockpile stockpile) {
        if (!sight.mayRead(stockpile.releaseClass(), stockpile.custodian().name())) {
            throw new NoSuchStockpile(stockpile.id());
        }
    }

    /** @throws NotYours when somebody else keeps it */
    public void mustKeep(String custodian) {
        if (!custodian.equals(agency)) {
            throw new NotYours(custodian);
        }
    }

    /** Both in the order that gives nothing away. */
    public void mayWrite(Stockpile stockpile) {
        maySee(stockpile);
        mustKeep(stockpile.custodian().name());
    }
}
