package io.lodestone.stockpiles.browsing;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Tonnes;
import io.lodestone.stockpiles.browsing.LevelView.Cost;
import io.lodestone.stockpiles.browsing.Shelves.CostLine;
import io.lodestone.stockpiles.stockpile.Balance;
import io.lodestone.stockpiles.stockpile.Ledger;
import io.lodestone.stockpiles.stockpile.Level;
import io.lodestone.stockpiles.stockpile.Stockpile;
import io.lodestone.stockpiles.stockpile.Stockpiles;
import io.lodestone.stockpiles.stockpile.Substance;
import io.lodestone.stockpiles.view.Keeper;
import io.lodestone.stockpiles.view.StockpileView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads. What a caller may not see is not there. */
@ApplicationScoped
class Browsing {

    /** Movements that are read at one time while a ledger is verified. */
    private static final int WALK = 500;

    private final Stockpiles stockpiles;
    private final Shelves shelves;

    Browsing(Stockpiles stockpiles, Shelves shelves) {
        this.stockpiles = stockpiles;
        this.shelves = shelves;
    }

    @Transactional
    public StockpileView one(UUID id, Keeper keeper) {
        var stockpile = visible(id, keeper);
        return StockpileView.of(stockpile, stockpiles.levels(List.of(id)));
    }

    @Transactional
    public List<StockpileView> many(Keeper keeper, @Nullable String custodian, Optional<UUID> after, int limit) {
        var found = shelves.stockpiles(keeper.sight(), custodian, after, limit);
        var levels = stockpiles.levels(found.stream().map(Stockpile::id).toList()).stream()
                .collect(Collectors.groupingBy(Level::stockpileId));
        return found.stream()
                .map(stockpile -> StockpileView.of(stockpile, levels.getOrDefault(stockpile.id(), List.of())))
                .toList();
    }

    @Transactional
    public List<LevelView> levels(UUID id, Keeper keeper) {
        visible(id, keeper);
        Map<Substance, List<Cost>> costs = shelves.costs(id).stream()
                .collect(Collectors.groupingBy(
                        CostLine::substance, Collectors.mapping(Browsing::cost, Collectors.toList())));
        return stockpiles.levels(List.of(id)).stream()
                .map(level -> LevelView.of(level, costs.getOrDefault(level.substance(), List.of())))
                .toList();
    }

    @Transactional
    public List<MovementView> movements(UUID id, Keeper keeper, Optional<UUID> after, int limit) {
        visible(id, keeper);
        long from = after.map(movement -> shelves.numberOf(id, movement)).orElse(0L);
        return shelves.movements(id, from, limit).stream().map(MovementView::of).toList();
    }

    /** @throws io.lodestone.stockpiles.stockpile.StockpileRefusal when there is none that the caller may see */
    @Transactional
    public void mustBeVisible(UUID id, Keeper keeper) {
        visible(id, keeper);
    }

    /** Walks the whole ledger. The row lock keeps receipts out while it does. */
    @Transactional
    public Verification verify(UUID id, Keeper keeper) {
        keeper.maySee(stockpiles.forUpdate(id));
        var stockpile = stockpiles.get(id);
        var expected = List.of(stockpile.movements(), stockpile.digest());
        var kept = shelves.balances(id).stream().collect(Collectors.toMap(Balance::account, Balance::tonnes));
        var ledger = Ledger.of(id);
        for (var next = shelves.movements(id, 0, WALK);
                !next.isEmpty();
                next = shelves.movements(id, ledger.movements(), WALK)) {
            next.forEach(ledger::walk);
            shelves.forget();
        }
        var brokenAt =
                ledger.brokenAt().isPresent() ? Long.valueOf(ledger.brokenAt().getAsLong()) : null;
        if (brokenAt == null && !expected.equals(List.of(ledger.movements(), ledger.digest()))) {
            brokenAt = ledger.movements() + 1; // the end is missing
        }
        var wrong = differences(kept, ledger.balances());
        return new Verification(
                ledger.movements(), ledger.digest(), brokenAt == null && wrong.isEmpty(), brokenAt, wrong);
    }

    private static List<String> differences(Map<String, Tonnes> kept, Map<String, Tonnes> summed) {
        var accounts = new TreeSet<>(kept.keySet());
        accounts.addAll(summed.keySet());
        return accounts.stream()
                .filter(account ->
                        kept.getOrDefault(account, Tonnes.ZERO).compareTo(summed.getOrDefault(account, Tonnes.ZERO))
                                != 0)
                .toList();
    }

    private Stockpile visible(UUID id, Keeper keeper) {
        var stockpile = stockpiles.get(id);
        keeper.maySee(stockpile);
        return stockpile;
    }

    private static Cost cost(CostLine line) {
        var currency = String.valueOf(line.currency());
        return new Cost(line.amount().setScale(Money.minorDigits(currency), RoundingMode.HALF_EVEN), currency);
    }
}
