package io.lodestone.deals.offtake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The offtakes' table as a map, for tests of use cases. */
public final class RememberedOfftakes extends Offtakes {

    private final Map<UUID, Offtake> offtakes = new TreeMap<>();

    /** Under an id of the test's, bought by {@code stockpile}. */
    public Offtake negotiated(UUID id, UUID stockpile) {
        var offtake =
                Offtake.of(id, SomeOfftakes.agreement(stockpile, io.lodestone.contracts.Tonnes.of("100"), null, 3));
        offtakes.put(id, offtake);
        return offtake;
    }

    @Override
    public Optional<Offtake> findByIdOptional(UUID id) {
        return Optional.ofNullable(offtakes.get(id));
    }

    @Override
    public Optional<Offtake> ofBuyer(UUID id, UUID stockpile) {
        return findByIdOptional(id)
                .filter(offtake -> stockpile.equals(offtake.agreement().stockpileId()));
    }
}
