package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.stockpiles.StockpileEvent;
import io.lodestone.contracts.stockpiles.StockpileEvent.LevelBelowRequirement;
import io.lodestone.contracts.stockpiles.StockpileEvent.LevelRestored;
import io.lodestone.contracts.stockpiles.StockpileEvent.MaterialReceived;
import io.lodestone.contracts.stockpiles.StockpileEvent.RequirementSet;
import io.lodestone.contracts.stockpiles.StockpileEvent.StockpileOpened;
import io.lodestone.stockpiles.stockpile.Movement.Content;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotYet;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.TooMuch;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Material that one agency keeps. Each verb checks the rules and returns the facts that it caused: the act itself, and a
 * level's crossing of its requirement where there is one. Version and moment move in {@link #happened} only.
 */
@Entity
public class Stockpile {

    /** What a receipt made: the lot, its movement in the ledger, and the facts in order. */
    public record Intake(Lot lot, Movement movement, List<StockpileEvent> facts) {}

    /** Ids for what a receipt makes. */
    public record IntakeIds(UUID lot, UUID movement) {}

    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    private Charter charter;

    @Column
    private String custodian;

    private String releaseClass;

    private long movements;

    private String digest;

    private long version;

    private Instant openedAt;

    private Instant changedAt;

    protected Stockpile() {} // Hibernate

    /** A stockpile that no fact was told of yet: follow with {@link #open}. */
    public static Stockpile of(UUID id, Charter charter, Instant now) {
        var stockpile = new Stockpile();
        stockpile.id = id;
        stockpile.charter = charter;
        stockpile.custodian = charter.custodian().name();
        stockpile.releaseClass = Objects.requireNonNullElse(charter.releaseClass(), ReleaseClass.PUBLIC)
                .name();
        stockpile.digest = Digest.NONE;
        stockpile.openedAt = now;
        stockpile.changedAt = now;
        return stockpile;
    }

    /** The first fact. @throws NotYet when it takes effect in the future */
    public StockpileOpened open(Instant now) {
        var effectiveOn = day(charter.effectiveOn(), now);
        return happened(new StockpileOpened(id, version + 1, now, effectiveOn, charter.profile(), charter.purpose()));
    }

    /** Replaces the requirement of that substance. @throws NotYet when it takes effect in the future */
    public List<StockpileEvent> require(Requirement requirement, Level level, Instant now) {
        var effectiveOn = day(requirement.effectiveOn(), now);
        level.require(requirement.tonnes(), requirement.consumptionPerYear());
        var set = happened(new RequirementSet(
                id,
                version + 1,
                now,
                effectiveOn,
                charter.profile(),
                level.substance().material(),
                requirement.tonnes(),
                requirement.consumptionPerYear(),
                level.onHand()));
        return withCrossing(set, level, effectiveOn, now);
    }

    /**
     * A new lot, moved from the supplier to on hand.
     *
     * @throws NotYet when it takes effect in the future
     * @throws TooMuch when there would be 10^12 tonnes or more
     */
    public Intake receive(Receipt receipt, Level level, IntakeIds ids, Instant now) {
        var effectiveOn = day(receipt.effectiveOn(), now);
        level.add(receipt.tonnes());
        var substance = receipt.substance();
        var postings = Postings.move(
                receipt.tonnes(), Account.supplier(substance), Account.onHand(ids.lot(), receipt.location()));
        var movement = Movement.after(
                new ChainTip(id, movements, digest),
                ids.movement(),
                new Content(Movement.Kind.RECEIPT, substance, postings, null, null, effectiveOn),
                now);
        movements = movement.number();
        digest = movement.digest();
        var received = happened(received(receipt, level, ids.lot(), effectiveOn, now));
        return new Intake(
                Lot.of(ids.lot(), id, receipt, effectiveOn), movement, withCrossing(received, level, effectiveOn, now));
    }

    private MaterialReceived received(Receipt receipt, Level level, UUID lot, LocalDate effectiveOn, Instant now) {
        return new MaterialReceived(
                id,
                version + 1,
                now,
                effectiveOn,
                charter.profile(),
                lot,
                level.substance().material(),
                receipt.tonnes(),
                level.substance().basis().name(),
                receipt.purity(),
                receipt.countryOfOrigin(),
                receipt.supplier(),
                receipt.offtakeId(),
                receipt.unitCost(),
                receipt.location(),
                level.onHand());
    }

    private List<StockpileEvent> withCrossing(StockpileEvent act, Level level, LocalDate effectiveOn, Instant now) {
        var facts = new ArrayList<StockpileEvent>();
        facts.add(act);
        if (level.crossed()) {
            var material = level.substance().material();
            var required = level.requirement().orElseThrow();
            facts.add(happened(
                    level.isBelowRequirement()
                            ? new LevelBelowRequirement(
                                    id,
                                    version + 1,
                                    now,
                                    effectiveOn,
                                    charter.profile(),
                                    material,
                                    required,
                                    level.onHand())
                            : new LevelRestored(
                                    id,
                                    version + 1,
                                    now,
                                    effectiveOn,
                                    charter.profile(),
                                    material,
                                    required,
                                    level.onHand())));
        }
        return List.copyOf(facts);
    }

    private static LocalDate day(@Nullable LocalDate asked, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (asked != null && asked.isAfter(today)) {
            throw new NotYet(asked, today);
        }
        return asked == null ? today : asked;
    }

    private <E extends StockpileEvent> E happened(E event) {
        version = event.version();
        changedAt = event.at();
        return event;
    }

    public UUID id() {
        return id;
    }

    public Charter charter() {
        return charter;
    }

    public Agency custodian() {
        return charter.custodian();
    }

    public String releaseClass() {
        return releaseClass;
    }

    /** How many movements its ledger has. */
    public long movements() {
        return movements;
    }

    /** The digest of the last of them; 64 zeros before the first. */
    public String digest() {
        return digest;
    }

    public long version() {
        return version;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
