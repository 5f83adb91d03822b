package io.lodestone.stockpiles.browsing;

import io.lodestone.chassis.http.Sight;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.stockpiles.stockpile.Balance;
import io.lodestone.stockpiles.stockpile.Basis;
import io.lodestone.stockpiles.stockpile.Movement;
import io.lodestone.stockpiles.stockpile.Stockpile;
import io.lodestone.stockpiles.stockpile.Substance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queries of those who only look. */
@ApplicationScoped
class Shelves {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager entities;

    Shelves(EntityManager entities) {
        this.entities = entities;
    }

    /** What the lots of one substance cost that are still on hand, in one currency, exact. */
    record CostLine(
            Mineral mineral,
            String form,
            String grade,
            Basis basis,
            @Nullable String currency,
            BigDecimal amount) {

        Substance substance() {
            return new Substance(mineral, form, grade, basis);
        }
    }

    /** What may be seen, behind {@code after}, by id: in the order in which they were opened. */
    List<Stockpile> stockpiles(Sight sight, @Nullable String custodian, Optional<UUID> after, int limit) {
        return entities.createQuery(
                        "from Stockpile where (releaseClass in :classes or custodian = :agency)"
                                + " and (:anybody = true or custodian = :custodian) and id > :after order by id",
                        Stockpile.class)
                .setParameter("classes", sight.classes())
                .setParameter("agency", sight.agency() == null ? "" : sight.agency())
                .setParameter("anybody", custodian == null)
                .setParameter("custodian", custodian == null ? "" : custodian)
                .setParameter("after", after.orElse(BEFORE_ALL))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Behind number {@code after}, in order of number. */
    List<Movement> movements(UUID stockpileId, long after, int limit) {
        return entities.createQuery(
                        "from Movement where stockpileId = ?1 and number > ?2 order by number", Movement.class)
                .setParameter(1, stockpileId)
                .setParameter(2, after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** 0 for a movement that is not of this stockpile. */
    long numberOf(UUID stockpileId, UUID movementId) {
        return entities.createQuery("select number from Movement where stockpileId = ?1 and id = ?2", Long.class)
                .setParameter(1, stockpileId)
                .setParameter(2, movementId)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    List<Balance> balances(UUID stockpileId) {
        return entities.createQuery("from Balance where stockpileId = ?1", Balance.class)
                .setParameter(1, stockpileId)
                .getResultList();
    }

    List<CostLine> costs(UUID stockpileId) {
        return entities.createQuery("""
                        select l.mineral, l.form, l.grade, l.basis, l.currency, sum(b.tonnes * l.unitCost)
                        from Balance b join Lot l on l.id = b.lotId
                        where b.stockpileId = ?1 and b.kind = ON_HAND and l.unitCost is not null
                        group by l.mineral, l.form, l.grade, l.basis, l.currency
                        order by l.currency
                        """, CostLine.class)
                .setParameter(1, stockpileId)
                .getResultList();
    }

    /** Lets go of what was read, so that walking a long ledger needs little memory. */
    void forget() {
        entities.clear();
    }
}
