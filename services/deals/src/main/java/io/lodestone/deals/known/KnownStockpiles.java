package io.lodestone.deals.known;

import io.lodestone.deals.deal.DealRefusal.ReferenceUnknown;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stockpiles we have heard of. */
@ApplicationScoped
public class KnownStockpiles implements PanacheRepositoryBase<KnownStockpile, UUID> {

    private final Patience patience;

    KnownStockpiles(Patience patience) {
        this.patience = patience;
    }

    /** @throws ReferenceUnknown when there is none after two seconds */
    public void require(UUID id) {
        if (patience.await(id.toString(), () -> findByIdOptional(id)).isEmpty()) {
            throw ReferenceUnknown.of("stockpile", "stockpileId", id.toString());
        }
    }

    /** False when this version of the stockpile, or a later one, was heard before. */
    public boolean advance(UUID id, long version) {
        var stockpile = findById(id);
        if (stockpile == null) {
            stockpile = new KnownStockpile(id);
            persist(stockpile);
        }
        return stockpile.advance(version);
    }
}
