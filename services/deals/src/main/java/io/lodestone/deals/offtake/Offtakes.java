package io.lodestone.deals.offtake;

import io.lodestone.deals.offtake.OfftakeRefusal.NoSuchOfftake;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The offtake agreements of this service. */
@ApplicationScoped
public class Offtakes implements PanacheRepositoryBase<Offtake, UUID> {

    /** Row-locks the agreement, so its facts are drawn, and later published, in order. */
    public Offtake forUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NoSuchOfftake(id));
    }

    /** Row-locked, when the agreement names this stockpile as its buyer. */
    public Optional<Offtake> ofBuyer(UUID id, UUID stockpile) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(offtake -> stockpile.equals(offtake.agreement().stockpileId()));
    }

    /** @throws NoSuchOfftake when there is none */
    public Offtake read(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NoSuchOfftake(id));
    }

    /** The agreement an agency calls {@code reference}, row-locked; one caller at a time looks and creates. */
    public Optional<Offtake> claim(String agency, String reference) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 2))", Integer.class)
                .setParameter(1, agency + "/" + reference)
                .getResultList();
        return find("agency = ?1 and reference = ?2", agency, reference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
