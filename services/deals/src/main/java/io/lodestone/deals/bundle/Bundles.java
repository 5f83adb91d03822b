package io.lodestone.deals.bundle;

import io.lodestone.deals.bundle.BundleRefusal.NoSuchPackage;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The packages of this service. */
@ApplicationScoped
public class Bundles implements PanacheRepositoryBase<Bundle, UUID> {

    /** How many deals a package may hold: they are read with it. */
    public static final int DEALS_MAX = 500;

    /** Row-locks the package, so that its deals are counted while nobody else adds one. */
    public Bundle forUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NoSuchPackage(id));
    }

    /** @throws NoSuchPackage when there is none */
    public Bundle read(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NoSuchPackage(id));
    }

    /** The package an agency calls {@code reference}, row-locked; one caller at a time looks and creates. */
    public Optional<Bundle> claim(String agency, String reference) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 3))", Integer.class)
                .setParameter(1, agency + "/" + reference)
                .getResultList();
        return find("agency = ?1 and reference = ?2", agency, reference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
