package io.lodestone.stockpiles.stockpile;

import io.lodestone.stockpiles.stockpile.Stockpile.Intake;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NoSuchStockpile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The stockpiles' tables, for those who change them. */
@ApplicationScoped
public class Stockpiles {

    private final EntityManager entities;

    public Stockpiles(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws NoSuchStockpile when it is not known */
    public Stockpile get(UUID id) {
        return known(id, entities.find(Stockpile.class, id));
    }

    /**
     * Row-locks the stockpile, so that its facts are drawn, and later published, in order, and no two commands move its
     * tonnes at one time.
     */
    public Stockpile forUpdate(UUID id) {
        return known(id, entities.find(Stockpile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public void add(Stockpile stockpile) {
        entities.persist(stockpile);
    }

    /** The level of a substance; a new one under {@code newId} where there was none. */
    public Level level(UUID stockpileId, Substance substance, Supplier<UUID> newId) {
        var found = entities.createQuery(
                        "from Level where stockpileId = ?1 and mineral = ?2 and form = ?3 and grade = ?4 and basis = ?5",
                        Level.class)
                .setParameter(1, stockpileId)
                .setParameter(2, substance.mineral())
                .setParameter(3, substance.form())
                .setParameter(4, substance.grade())
                .setParameter(5, substance.basis())
                .getResultList();
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        var level = Level.empty(newId.get(), stockpileId, substance);
        entities.persist(level);
        return level;
    }

    /** Ordered by mineral, form, grade and basis. */
    public List<Level> levels(Collection<UUID> stockpileIds) {
        return entities.createQuery(
                        "from Level where stockpileId in ?1 order by mineral, form, grade, basis", Level.class)
                .setParameter(1, stockpileIds)
                .getResultList();
    }

    /** Writes down a receipt: the lot, the movement, and the balances that it moves. */
    public void add(Intake intake) {
        entities.persist(intake.lot());
        entities.persist(intake.movement());
        var stockpileId = intake.lot().stockpileId();
        for (var posting : intake.movement().postings()) {
            balance(stockpileId, posting.account()).post(posting);
        }
    }

    private Balance balance(UUID stockpileId, Account account) {
        var found = entities.find(Balance.class, Balance.key(stockpileId, account));
        if (found != null) {
            return found;
        }
        var balance = Balance.empty(stockpileId, account);
        entities.persist(balance);
        return balance;
    }

    private static Stockpile known(UUID id, @Nullable Stockpile found) {
        if (found == null) {
            throw new NoSuchStockpile(id);
        }
        return found;
    }
}
