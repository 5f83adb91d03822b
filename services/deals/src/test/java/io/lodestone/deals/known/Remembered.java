package io.lodestone.deals.known;

import io.lodestone.testing.FixedClock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of others, in maps, for tests of use cases. */
public final class Remembered {

    private Remembered() {}

    public static KnownPermits permits() {
        return new KnownPermits() {
            private final Map<String, KnownPermit> permits = new HashMap<>();

            @Override
            public void note(UUID project, String key, long version, String status) {
                permits.computeIfAbsent(project + key, id -> new KnownPermit(project, key))
                        .note(version, status);
            }

            @Override
            public Optional<String> status(UUID project, String key) {
                return Optional.ofNullable(permits.get(project + key)).map(KnownPermit::status);
            }
        };
    }

    public static KnownStockpiles stockpiles() {
        return new KnownStockpiles(patience()) {
            private final Map<UUID, KnownStockpile> stockpiles = new HashMap<>();

            @Override
            public boolean advance(UUID id, long version) {
                return stockpiles.computeIfAbsent(id, KnownStockpile::new).advance(version);
            }
        };
    }

    private static Patience patience() {
        return new Patience(new Missing(FixedClock.at("2026-03-01T12:00:00Z")));
    }
}
