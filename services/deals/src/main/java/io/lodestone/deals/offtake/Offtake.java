package io.lodestone.deals.offtake;

import static io.lodestone.deals.offtake.OfftakeStatus.ABANDONED;
import static io.lodestone.deals.offtake.OfftakeStatus.IN_FORCE;
import static io.lodestone.deals.offtake.OfftakeStatus.NEGOTIATING;
import static io.lodestone.deals.offtake.OfftakeStatus.SIGNED;
import static io.lodestone.deals.offtake.OfftakeStatus.TERMINATED;

import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeAbandoned;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeInForce;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeProposed;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeSigned;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeTerminated;
import io.lodestone.contracts.deals.OfftakeProfile;
import io.lodestone.deals.offtake.OfftakeRefusal.IllegalOfftakeMove;
import io.lodestone.deals.offtake.OfftakeRefusal.WrongDay;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An agreement to buy a project's product. As with deals, a verb returns the fact it caused and state changes in
 * {@link #evolve} only.
 */
@Entity
public class Offtake {

    @Id
    private UUID id;

    private String agency;

    private String reference;

    private UUID projectId;

    private String mineral;

    private String releaseClass;

    @JdbcTypeCode(SqlTypes.JSON)
    private Agreement agreement;

    @Enumerated(EnumType.STRING)
    private OfftakeStatus status;

    private long version;

    private LocalDate firstOn;

    private @Nullable LocalDate signedOn;

    private Instant changedAt;

    private @Nullable String importedHead;

    private @Nullable String importedLine;

    private int importedActs;

    protected Offtake() {} // Hibernate

    /** An agreement that no fact tells of yet: follow with {@link #propose}. */
    public static Offtake of(UUID id, Agreement agreement) {
        var offtake = new Offtake();
        offtake.id = id;
        offtake.agreement = agreement;
        offtake.agency = agreement.agency().name();
        offtake.reference = agreement.reference();
        offtake.projectId = agreement.projectId();
        offtake.mineral = agreement.mineral().name();
        offtake.releaseClass = agreement.releaseClass().name();
        return offtake;
    }

    /** The first fact. */
    public OfftakeProposed propose(@Nullable LocalDate effectiveOn, Instant now) {
        firstOn = notAfterToday(effectiveOn, now);
        return happened(new OfftakeProposed(id, 1, now, firstOn, profile(NEGOTIATING)));
    }

    public OfftakeSigned sign(OfftakeAct.Sign act, Instant now) {
        var day = may(SIGNED, act, now);
        return happened(new OfftakeSigned(id, version + 1, now, day, profile(SIGNED)));
    }

    public OfftakeInForce bringInForce(OfftakeAct.BringInForce act, Instant now) {
        var day = may(IN_FORCE, act, now);
        return happened(new OfftakeInForce(id, version + 1, now, day, profile(IN_FORCE)));
    }

    public OfftakeTerminated terminate(OfftakeAct.Terminate act, Instant now) {
        var day = may(TERMINATED, act, now);
        return happened(new OfftakeTerminated(id, version + 1, now, day, profile(TERMINATED), act.reason()));
    }

    public OfftakeAbandoned abandon(OfftakeAct.Abandon act, Instant now) {
        var day = may(ABANDONED, act, now);
        return happened(new OfftakeAbandoned(id, version + 1, now, day, profile(ABANDONED), act.reason()));
    }

    /** Whichever act it is. */
    public OfftakeEvent perform(OfftakeAct act, Instant now) {
        return switch (act) {
            case OfftakeAct.Sign a -> sign(a, now);
            case OfftakeAct.BringInForce a -> bringInForce(a, now);
            case OfftakeAct.Terminate a -> terminate(a, now);
            case OfftakeAct.Abandon a -> abandon(a, now);
        };
    }

    private void evolve(OfftakeEvent event) {
        version = event.version();
        changedAt = event.at();
        status = switch (event) {
            case OfftakeProposed _ -> NEGOTIATING;
            case OfftakeSigned signed -> {
                signedOn = signed.effectiveOn();
                yield SIGNED;
            }
            case OfftakeInForce _ -> IN_FORCE;
            case OfftakeTerminated _ -> TERMINATED;
            case OfftakeAbandoned _ -> ABANDONED;
        };
    }

    private <E extends OfftakeEvent> E happened(E event) {
        evolve(event);
        return event;
    }

    private LocalDate may(OfftakeStatus next, OfftakeAct act, Instant now) {
        if (!status.next().contains(next)) {
            throw new IllegalOfftakeMove(status, next);
        }
        var day = notAfterToday(act.effectiveOn(), now);
        if (day.isBefore(firstOn)) {
            throw new WrongDay("must not be before the agreement's first fact, " + firstOn);
        }
        return day;
    }

    private static LocalDate notAfterToday(@Nullable LocalDate asked, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (asked != null && asked.isAfter(today)) {
            throw new WrongDay("must not be after today, " + today);
        }
        if (asked != null && asked.getYear() < 1900) {
            throw new WrongDay("must not be before the year 1900");
        }
        return asked == null ? today : asked;
    }

    private OfftakeProfile profile(OfftakeStatus next) {
        return new OfftakeProfile(
                reference,
                agency,
                projectId,
                agreement.seller(),
                agreement.buyer(),
                agreement.stockpileId(),
                mineral,
                agreement.product(),
                agreement.tonnesPerYear(),
                agreement.startsOn(),
                agreement.years(),
                agreement.takeOrPayShare(),
                releaseClass,
                next.name());
    }

    /** Remembers what a file said, so that its second coming changes nothing. */
    public void imported(String head, String line, int acts) {
        importedHead = head;
        importedLine = line;
        importedActs = acts;
    }

    public @Nullable String importedHead() {
        return importedHead;
    }

    public @Nullable String importedLine() {
        return importedLine;
    }

    public int importedActs() {
        return importedActs;
    }

    public UUID id() {
        return id;
    }

    public Agreement agreement() {
        return agreement;
    }

    public OfftakeStatus status() {
        return status;
    }

    public @Nullable LocalDate signedOn() {
        return signedOn;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
