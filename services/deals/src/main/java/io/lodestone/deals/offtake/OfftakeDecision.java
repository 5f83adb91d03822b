package io.lodestone.deals.offtake;

import static io.lodestone.deals.offtake.OfftakeStatus.ABANDONED;
import static io.lodestone.deals.offtake.OfftakeStatus.FULFILLED;
import static io.lodestone.deals.offtake.OfftakeStatus.IN_DISPUTE;
import static io.lodestone.deals.offtake.OfftakeStatus.IN_FORCE;
import static io.lodestone.deals.offtake.OfftakeStatus.NEGOTIATING;
import static io.lodestone.deals.offtake.OfftakeStatus.SIGNED;
import static io.lodestone.deals.offtake.OfftakeStatus.TERMINATED;

import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeAbandoned;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeAmended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCureExtended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCured;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDelivered;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDisputed;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeFulfilled;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeInForce;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeSigned;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeTerminated;
import io.lodestone.contracts.deals.OfftakeProfile;
import io.lodestone.deals.offtake.OfftakeRefusal.IllegalOfftakeMove;
import io.lodestone.deals.offtake.OfftakeRefusal.WrongOfftakeField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement makes of an act now: the fact, or a refusal.
 *
 * @param now UTC
 */
record OfftakeDecision(Offtake offtake, Instant now) {

    private static final int FIRST_YEAR = 1900;

    OfftakeEvent on(OfftakeAct act) {
        return switch (act) {
            case OfftakeAct.Sign a ->
                new OfftakeSigned(id(), next(), now, may("a signing", a, NEGOTIATING), as(SIGNED));
            case OfftakeAct.BringInForce a ->
                new OfftakeInForce(id(), next(), now, may("coming into force", a, SIGNED), as(IN_FORCE));
            case OfftakeAct.Amend a -> amended(a);
            case OfftakeAct.Deliver a -> delivered(a);
            case OfftakeAct.Dispute a -> disputed(a);
            case OfftakeAct.ExtendCure a -> extended(a);
            case OfftakeAct.Cure a ->
                new OfftakeCured(id(), next(), now, may("a cure", a, IN_DISPUTE), as(IN_FORCE), a.note());
            case OfftakeAct.Fulfil a ->
                new OfftakeFulfilled(id(), next(), now, may("fulfilment", a, IN_FORCE), as(FULFILLED));
            case OfftakeAct.Terminate a ->
                new OfftakeTerminated(
                        id(),
                        next(),
                        now,
                        may("a termination", a, SIGNED, IN_FORCE, IN_DISPUTE),
                        as(TERMINATED),
                        a.reason());
            case OfftakeAct.Abandon a ->
                new OfftakeAbandoned(
                        id(), next(), now, may("an abandonment", a, NEGOTIATING), as(ABANDONED), a.reason());
        };
    }

    OfftakeDelivered on(Receipt receipt) {
        return new OfftakeDelivered(
                id(),
                next(),
                now,
                receipt.receivedOn(),
                as(offtake.status()),
                receipt.tonnes(),
                receipt.receivedOn(),
                Deliveries.Side.BUYER.name(),
                offtake.deliveries().deliveredInAll(),
                offtake.deliveries().receivedInAll().plus(receipt.tonnes()),
                receipt.lotId(),
                null);
    }

    private OfftakeAmended amended(OfftakeAct.Amend act) {
        var day = may("an amendment", act, NEGOTIATING, SIGNED, IN_FORCE, IN_DISPUTE);
        var after = offtake.agreement().amended(act);
        return new OfftakeAmended(
                id(),
                next(),
                now,
                day,
                after.profile(offtake.status()),
                after.fieldsOtherThan(offtake.agreement()),
                act.reason());
    }

    private OfftakeDelivered delivered(OfftakeAct.Deliver act) {
        var day = may("a delivery", act, IN_FORCE, IN_DISPUTE);
        var deliveredOn = since("deliveredOn", act.deliveredOn());
        var thatDay = offtake.deliveries().delivered().get(deliveredOn);
        if (act.tonnes().isNegative()
                && (thatDay == null || thatDay.plus(act.tonnes()).isNegative())) {
            throw new WrongOfftakeField(
                    "tonnes", "must not take back more than the " + (thatDay == null ? "0" : thatDay) + " of that day");
        }
        return new OfftakeDelivered(
                id(),
                next(),
                now,
                day,
                as(offtake.status()),
                act.tonnes(),
                deliveredOn,
                Deliveries.Side.SELLER.name(),
                offtake.deliveries().deliveredInAll().plus(act.tonnes()),
                offtake.agreement().stockpileId() == null
                        ? null
                        : offtake.deliveries().receivedInAll(),
                null,
                act.reason());
    }

    private OfftakeDisputed disputed(OfftakeAct.Dispute act) {
        var day = may("a dispute", act, IN_FORCE);
        if (act.cureBy().isBefore(day)) {
            throw new WrongOfftakeField("cureBy", "must not be before the dispute, " + day);
        }
        return new OfftakeDisputed(id(), next(), now, day, as(IN_DISPUTE), act.reason(), act.cureBy());
    }

    private OfftakeCureExtended extended(OfftakeAct.ExtendCure act) {
        var day = may("an extension", act, IN_DISPUTE);
        var before = offtake.disputes().getLast().cureBy();
        if (!act.cureBy().isAfter(before)) {
            throw new WrongOfftakeField("cureBy", "must be after the present one, " + before);
        }
        return new OfftakeCureExtended(id(), next(), now, day, as(IN_DISPUTE), act.cureBy(), before, act.reason());
    }

    private LocalDate may(String what, OfftakeAct act, OfftakeStatus... allowed) {
        if (!List.of(allowed).contains(offtake.status())) {
            throw new IllegalOfftakeMove(offtake.status(), what);
        }
        return since("effectiveOn", act.effectiveOn());
    }

    private LocalDate since(String field, @Nullable LocalDate asked) {
        var day = notAfterToday(field, asked, now);
        if (day.isBefore(offtake.firstOn())) {
            throw new WrongOfftakeField(field, "must not be before the agreement's first fact, " + offtake.firstOn());
        }
        return day;
    }

    /** The day that was asked for, or today. @throws WrongOfftakeField when it is in the future or before 1900 */
    static LocalDate notAfterToday(String field, @Nullable LocalDate asked, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (asked != null && asked.isAfter(today)) {
            throw new WrongOfftakeField(field, "must not be after today, " + today);
        }
        if (asked != null && asked.getYear() < FIRST_YEAR) {
            throw new WrongOfftakeField(field, "must not be before the year " + FIRST_YEAR);
        }
        return asked == null ? today : asked;
    }

    private UUID id() {
        return offtake.id();
    }

    private long next() {
        return offtake.version() + 1;
    }

    private OfftakeProfile as(OfftakeStatus status) {
        return offtake.agreement().profile(status);
    }
}
