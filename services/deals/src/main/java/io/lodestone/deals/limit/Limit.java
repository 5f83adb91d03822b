package io.lodestone.deals.limit;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.contracts.limits.LimitEvent.HeadroomHeld;
import io.lodestone.contracts.limits.LimitEvent.HeadroomReleased;
import io.lodestone.contracts.limits.LimitEvent.LimitApproached;
import io.lodestone.contracts.limits.LimitEvent.LimitBreached;
import io.lodestone.contracts.limits.LimitEvent.LimitCleared;
import io.lodestone.contracts.limits.LimitEvent.LimitSet;
import io.lodestone.contracts.limits.LimitProfile;
import io.lodestone.contracts.limits.LimitUse;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What may be promised at most, and the facts about it. Its row is locked while anything in its buckets changes. */
@Entity
@Table(name = "exposure_limit")
public class Limit {

    private static final String PUBLIC = "PUBLIC";

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries
    private String key;

    private @Nullable String owner;

    @JdbcTypeCode(SqlTypes.JSON)
    private LimitTerms terms;

    private int edition;

    private long version;

    private Instant changedAt;

    protected Limit() {} // Hibernate

    /**
     * A limit that no fact tells of yet: follow with {@link #set}.
     *
     * @param owner the agency that sets it, null for a statutory limit
     */
    public static Limit of(UUID id, @Nullable String owner) {
        var limit = new Limit();
        limit.id = id;
        limit.owner = owner;
        return limit;
    }

    /**
     * Says what it says from now on.
     *
     * @param threshold with a share already reckoned
     * @param day       on which that took effect
     */
    public LimitSet set(LimitTerms agreed, Money threshold, LocalDate day, Instant now) {
        terms = agreed;
        key = agreed.key();
        return happened(new LimitSet(
                id,
                version + 1,
                now,
                day,
                profile(PUBLIC),
                agreed.scope().published(),
                agreed.per() == null ? null : agreed.per().name(),
                agreed.rungs().stream().map(Rung::name).toList(),
                threshold,
                agreed.share(),
                agreed.shareOf(),
                agreed.warnAt(),
                agreed.validFrom(),
                agreed.validTo(),
                agreed.citation(),
                agreed.sources()));
    }

    HeadroomHeld held(LimitUse use, Hold hold, Money amount, String releaseClass, Instant now) {
        return happened(new HeadroomHeld(
                id,
                version + 1,
                now,
                day(now),
                profile(releaseClass),
                use,
                hold.deal(),
                hold.id(),
                amount,
                hold.expiresOn()));
    }

    HeadroomReleased released(LimitUse use, Hold hold, Money amount, Hold.End why, String releaseClass, Instant now) {
        return happened(new HeadroomReleased(
                id,
                version + 1,
                now,
                day(now),
                profile(releaseClass),
                use,
                hold.deal(),
                hold.id(),
                amount,
                why.name()));
    }

    /** The use has reached {@code level}; 100 is past the threshold. */
    LimitEvent reached(LimitUse use, BigDecimal level, String releaseClass, Instant now) {
        return level.compareTo(Share.WHOLE.percent()) == 0
                ? happened(new LimitBreached(id, version + 1, now, day(now), profile(releaseClass), use))
                : happened(new LimitApproached(
                        id, version + 1, now, day(now), profile(releaseClass), use, new Share(level)));
    }

    LimitCleared cleared(LimitUse use, BigDecimal level, String releaseClass, Instant now) {
        return happened(new LimitCleared(id, version + 1, now, day(now), profile(releaseClass), use, new Share(level)));
    }

    private <E extends LimitEvent> E happened(E event) {
        version = event.version();
        changedAt = event.at();
        return event;
    }

    private LimitProfile profile(String releaseClass) {
        return new LimitProfile(
                terms.key(),
                terms.title(),
                owner,
                terms.scope().onlyAgency(),
                terms.effect().name(),
                releaseClass);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** How many editions of the statute it has seen; 0 for a limit that an agency set. */
    public int edition() {
        return edition;
    }

    public void follows(int newest) {
        edition = newest;
    }

    public UUID id() {
        return id;
    }

    public @Nullable String owner() {
        return owner;
    }

    public LimitTerms terms() {
        return terms;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
