package io.lodestone.stockpiles.stockpile;

import io.lodestone.stockpiles.stockpile.Stockpile.Intake;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NoSuchStockpile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The stockpiles' tables as maps, for tests of use cases. */
public final class RememberedStockpiles extends Stockpiles {

    private final Map<UUID, Stockpile> stockpiles = new HashMap<>();
    private final Map<UUID, Map<Substance, Level>> levels = new HashMap<>();
    private final List<Intake> intakes = new ArrayList<>();

    /** Without a database there is no entity manager, and nothing here asks for one. */
    @SuppressWarnings("NullAway")
    public RememberedStockpiles() {
        super(null);
    }

    @Override
    public Stockpile get(UUID id) {
        return Optional.ofNullable(stockpiles.get(id)).orElseThrow(() -> new NoSuchStockpile(id));
    }

    @Override
    public Stockpile forUpdate(UUID id) {
        return get(id);
    }

    @Override
    public void add(Stockpile stockpile) {
        stockpiles.put(stockpile.id(), stockpile);
    }

    @Override
    public Level level(UUID stockpileId, Substance substance, Supplier<UUID> newId) {
        return levels.computeIfAbsent(stockpileId, id -> new LinkedHashMap<>())
                .computeIfAbsent(substance, empty -> Level.empty(newId.get(), stockpileId, empty));
    }

    @Override
    public List<Level> levels(Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> levels.getOrDefault(id, Map.of()).values().stream())
                .toList();
    }

    @Override
    public void add(Intake intake) {
        intakes.add(intake);
    }

    public List<Intake> intakes() {
        return List.copyOf(intakes);
    }
}
