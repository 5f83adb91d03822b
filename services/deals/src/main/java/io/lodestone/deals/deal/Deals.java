package io.lodestone.deals.deal;

import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The deals of this service. */
@ApplicationScoped
public class Deals implements PanacheRepositoryBase<Deal, UUID> {

    /** Row-locks the deal, so facts about one deal are drawn, and later published, in order. */
    public Deal forUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NoSuchDeal(id));
    }

    /** @throws NoSuchDeal when there is none */
    public Deal read(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NoSuchDeal(id));
    }

    /** The deal an agency calls {@code reference}, row-locked; one caller at a time looks and creates. */
    public Optional<Deal> claim(String agency, String reference) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 1))", Integer.class)
                .setParameter(1, agency + "/" + reference)
                .getResultList();
        return find("agency = ?1 and reference = ?2", agency, reference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
