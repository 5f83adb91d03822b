package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.APPLIED;
import static io.lodestone.deals.deal.DealStatus.APPROVED;
import static io.lodestone.deals.deal.DealStatus.CANCELLED;
import static io.lodestone.deals.deal.DealStatus.CLOSED;
import static io.lodestone.deals.deal.DealStatus.DECLINED;
import static io.lodestone.deals.deal.DealStatus.DUE_DILIGENCE;
import static io.lodestone.deals.deal.DealStatus.EFFECTIVE;
import static io.lodestone.deals.deal.DealStatus.IN_DEFAULT;
import static io.lodestone.deals.deal.DealStatus.SIGNED;
import static io.lodestone.deals.deal.DealStatus.TERMINATED;
import static io.lodestone.deals.deal.DealStatus.WRITTEN_OFF;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.ConditionSatisfied;
import io.lodestone.contracts.deals.DealEvent.ConditionWaived;
import io.lodestone.contracts.deals.DealEvent.DealAmended;
import io.lodestone.contracts.deals.DealEvent.DealApplied;
import io.lodestone.contracts.deals.DealEvent.DealApproved;
import io.lodestone.contracts.deals.DealEvent.DealCancelled;
import io.lodestone.contracts.deals.DealEvent.DealClosed;
import io.lodestone.contracts.deals.DealEvent.DealDeclined;
import io.lodestone.contracts.deals.DealEvent.DealEffective;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.DealEvent.DealSigned;
import io.lodestone.contracts.deals.DealEvent.DealTerminated;
import io.lodestone.contracts.deals.DealEvent.DealWrittenOff;
import io.lodestone.contracts.deals.DealEvent.DefaultCured;
import io.lodestone.contracts.deals.DealEvent.DefaultDeclared;
import io.lodestone.contracts.deals.DealEvent.DefaultWaived;
import io.lodestone.contracts.deals.DealEvent.DueDiligenceStarted;
import io.lodestone.contracts.deals.DealEvent.FundsDisbursed;
import io.lodestone.contracts.deals.DealEvent.InterestCapitalised;
import io.lodestone.contracts.deals.DealEvent.LiabilityAdjusted;
import io.lodestone.contracts.deals.DealEvent.PaymentDeferred;
import io.lodestone.contracts.deals.DealEvent.RepaymentReceived;
import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.contracts.deals.Figures;
import io.lodestone.deals.deal.DealRefusal.FourEyes;
import io.lodestone.deals.deal.DealRefusal.IllegalMove;
import io.lodestone.deals.deal.DealRefusal.NoSuchCondition;
import io.lodestone.deals.deal.DealRefusal.OpenConditions;
import io.lodestone.deals.deal.DealRefusal.OverDraw;
import io.lodestone.deals.deal.DealRefusal.StillOwed;
import io.lodestone.deals.deal.DealRefusal.WrongField;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Support of one agency in one instrument for one project.
 *
 * <p>Each verb checks the rules and returns the fact that it happened. State changes nowhere but in {@link #evolve},
 * from that same fact, so what we store and what we publish cannot drift apart.
 */
@Entity
public class Deal {

    @Id
    private UUID id;

    private String agency;

    private String reference;

    private String instrument;

    private UUID projectId;

    private @Nullable UUID packageId;

    @SuppressWarnings("UnusedVariable") // read by queries
    private String obligorName;

    private String releaseClass;

    @JdbcTypeCode(SqlTypes.JSON)
    private Offer offer;

    @Enumerated(EnumType.STRING)
    private DealStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private Figures figures;

    private long version;

    private LocalDate firstOn;

    private @Nullable LocalDate approvedOn;

    private @Nullable LocalDate signedOn;

    private String proposedBy;

    private @Nullable String appliedBy;

    private Instant changedAt;

    private @Nullable String importedHead;

    private @Nullable String importedLine;

    private int importedActs;

    protected Deal() {} // Hibernate

    /** A deal that no fact tells of yet: follow with {@link #propose}. */
    public static Deal of(UUID id, Offer offer, String actor) {
        var deal = new Deal();
        deal.id = id;
        deal.proposedBy = actor;
        deal.keep(offer);
        return deal;
    }

    /** The first fact. */
    public DealProposed propose(@Nullable LocalDate effectiveOn, By by) {
        if (!offer.conditions().stream().allMatch(Condition::isOpen)) {
            throw new WrongField("conditions", "begin OPEN; satisfy or waive them when the deal is approved");
        }
        var day = by.day(effectiveOn);
        status = offer.enterAs();
        firstOn = day;
        figures = Amounts.of(offer.headline()).figures(status, rule());
        return happened(new DealProposed(
                id, 1, by.now(), day, profile(status), figures, offer.headline(), status.name(), offer.expiresOn()));
    }

    public DealApplied apply(Act.Apply act, By by) {
        var day = may("an application", APPLIED, act, by);
        var headline = act.headline() == null ? offer.headline() : inCurrency("headline", act.headline());
        var after = figures(APPLIED, amounts -> amounts.heading(headline));
        return happened(new DealApplied(id, version + 1, by.now(), day, profile(APPLIED), after, headline), by);
    }

    public DueDiligenceStarted startDueDiligence(Act.StartDueDiligence act, By by) {
        var day = may("due diligence", DUE_DILIGENCE, act, by);
        return happened(new DueDiligenceStarted(
                id, version + 1, by.now(), day, profile(DUE_DILIGENCE), figures(DUE_DILIGENCE, amounts -> amounts)));
    }

    /** @throws FourEyes when the actor submitted the deal */
    public DealApproved approve(Act.Approve act, By by) {
        var day = may("an approval", APPROVED, act, by);
        mustNotBeSubmitter(by);
        mustNameDecider(by, act.decidedBy());
        var amount = act.amount() == null ? offer.headline() : inCurrency("amount", act.amount());
        var after = figures(APPROVED, amounts -> amounts.authorizing(amount));
        return happened(new DealApproved(
                id,
                version + 1,
                by.now(),
                day,
                profile(APPROVED),
                after,
                amount,
                act.expiresOn(),
                act.decidedBy(),
                act.note()));
    }

    /** @throws FourEyes when the actor submitted the deal */
    public DealDeclined decline(Act.Decline act, By by) {
        var day = may("a declination", DECLINED, act, by);
        mustNotBeSubmitter(by);
        mustNameDecider(by, act.decidedBy());
        return happened(new DealDeclined(
                id,
                version + 1,
                by.now(),
                day,
                profile(DECLINED),
                figures(DECLINED, amounts -> amounts),
                act.reason(),
                act.decidedBy()));
    }

    /** @throws OverDraw when more is signed than is authorized */
    public DealSigned sign(Act.Sign act, By by) {
        var day = may("a signing", SIGNED, act, by);
        var before = amounts();
        boolean contingent = rule() == ExposureRule.CONTINGENT;
        var amount = act.amount() == null
                ? (contingent && act.contingent() != null
                        ? inCurrency("contingent", act.contingent())
                        : before.authorized())
                : inCurrency("amount", act.amount());
        var liability =
                act.contingent() == null ? (contingent ? amount : zero()) : inCurrency("contingent", act.contingent());
        if (!contingent && !liability.isZero()) {
            throw new WrongField("contingent", "is for guarantees, insurance, price floors and offtake guarantees");
        }
        for (var signed : List.of(amount, liability)) {
            if (signed.exceeds(before.authorized())) {
                throw new OverDraw("the authorized amount", signed, before.authorized());
            }
        }
        if (!contingent
                && amount.isZero()
                && rule() != ExposureRule.PURCHASE
                && !before.authorized().isZero()) {
            throw new WrongField("amount", "must be more than zero");
        }
        var committed = contingent ? zero() : amount;
        var after = figures(SIGNED, amounts -> amounts.committing(committed).liableFor(liability));
        return happened(new DealSigned(id, version + 1, by.now(), day, profile(SIGNED), after, amount, liability));
    }

    public ConditionSatisfied satisfy(Act.SatisfyCondition act, By by) {
        var day = mayWhile("satisfying a condition", act, by, APPROVED, SIGNED);
        open(act.key());
        return happened(new ConditionSatisfied(
                id, version + 1, by.now(), day, profile(status), figures, act.key(), act.evidence()));
    }

    /** @throws FourEyes when the actor submitted the deal */
    public ConditionWaived waive(Act.WaiveCondition act, By by) {
        var day = mayWhile("waiving a condition", act, by, APPROVED, SIGNED);
        mustNotBeSubmitter(by);
        open(act.key());
        return happened(
                new ConditionWaived(id, version + 1, by.now(), day, profile(status), figures, act.key(), act.reason()));
    }

    /** @throws OpenConditions while a condition precedent is neither satisfied nor waived */
    public DealEffective makeEffective(Act.MakeEffective act, By by) {
        if (status != SIGNED) {
            throw new IllegalMove(status, "effectiveness");
        }
        var day = day(act, by);
        var open = offer.conditions().stream()
                .filter(Condition::isOpen)
                .map(Condition::key)
                .toList();
        if (!open.isEmpty()) {
            throw new OpenConditions(open);
        }
        return happened(new DealEffective(
                id, version + 1, by.now(), day, profile(EFFECTIVE), figures(EFFECTIVE, amounts -> amounts)));
    }

    /** @throws OverDraw when less would be committed than is disbursed and cancelled */
    public DealAmended amend(Act.Amend act, By by) {
        if (status.next().isEmpty()) {
            throw new IllegalMove(status, "an amendment");
        }
        var day = day(act, by);
        var headline = act.headline() == null ? null : inCurrency("headline", act.headline());
        var amount = act.amount() == null ? null : inCurrency("amount", act.amount());
        if (amount != null && status.isPipeline()) {
            throw new WrongField("amount", "can be amended from approval on; amend the headline instead");
        }
        if (act.terms() != null) {
            act.terms().mustFit(offer.instrument());
        }
        var after = figures(status, before -> amended(before, headline, amount));
        keep(offer.amended(act.terms()));
        return happened(new DealAmended(
                id,
                version + 1,
                by.now(),
                day,
                profile(status),
                after,
                headline,
                amount,
                act.expiresOn(),
                act.reason()));
    }

    /** @throws OverDraw when D would pass C - X */
    public FundsDisbursed disburse(Act.Disburse act, By by) {
        var day = mayWhile("a disbursement", act, by, EFFECTIVE);
        var amount = inCurrency("amount", act.amount());
        var available = amounts().available();
        if (amount.exceeds(available)) {
            throw new OverDraw("the committed amount, less cancelled and disbursed,", amount, available);
        }
        var after = figures(status, amounts -> amounts.disbursing(amount));
        return happened(
                new FundsDisbursed(id, version + 1, by.now(), day, profile(status), after, amount, act.tranche()));
    }

    public InterestCapitalised capitaliseInterest(Act.CapitaliseInterest act, By by) {
        var day = mayWhile("capitalising interest", act, by, EFFECTIVE, IN_DEFAULT);
        if (rule() != ExposureRule.FUNDED_DEBT) {
            throw new WrongField("amount", "of interest is for loans");
        }
        var amount = inCurrency("amount", act.amount());
        return happened(new InterestCapitalised(
                id,
                version + 1,
                by.now(),
                day,
                profile(status),
                figures(status, amounts -> amounts.capitalising(amount)),
                amount));
    }

    /** @throws OverDraw when R + W would pass D + K */
    public RepaymentReceived receiveRepayment(Act.ReceiveRepayment act, By by) {
        var day = mayWhile("a repayment", act, by, EFFECTIVE, IN_DEFAULT, TERMINATED);
        mustBeRepayable("principal");
        var principal = inCurrency("principal", act.principal());
        var interest = act.interest() == null ? null : inCurrency("interest", act.interest());
        if (principal.exceeds(amounts().owed())) {
            throw new OverDraw("the outstanding amount", principal, amounts().owed());
        }
        return happened(new RepaymentReceived(
                id,
                version + 1,
                by.now(),
                day,
                profile(status),
                figures(status, amounts -> amounts.repaying(principal)),
                principal,
                interest));
    }

    public LiabilityAdjusted adjustLiability(Act.AdjustLiability act, By by) {
        var day = mayWhile("adjusting the liability", act, by, SIGNED, EFFECTIVE, IN_DEFAULT);
        if (rule() != ExposureRule.CONTINGENT) {
            throw new WrongField("contingent", "is for guarantees, insurance, price floors and offtake guarantees");
        }
        var liability = inCurrency("contingent", act.contingent());
        return happened(new LiabilityAdjusted(
                id,
                version + 1,
                by.now(),
                day,
                profile(status),
                figures(status, amounts -> amounts.liableFor(liability)),
                liability,
                act.method()));
    }

    public DefaultDeclared declareDefault(Act.DeclareDefault act, By by) {
        var day = may("declaring a default", IN_DEFAULT, act, by);
        return happened(new DefaultDeclared(
                id,
                version + 1,
                by.now(),
                day,
                profile(IN_DEFAULT),
                figures(IN_DEFAULT, amounts -> amounts),
                act.reason(),
                act.cureBy()));
    }

    public DefaultCured cureDefault(Act.CureDefault act, By by) {
        var day = mayWhile("curing a default", act, by, IN_DEFAULT);
        return happened(new DefaultCured(
                id,
                version + 1,
                by.now(),
                day,
                profile(EFFECTIVE),
                figures(EFFECTIVE, amounts -> amounts),
                act.note()));
    }

    /** @throws FourEyes when the actor submitted the deal */
    public DefaultWaived waiveDefault(Act.WaiveDefault act, By by) {
        var day = mayWhile("waiving a default", act, by, IN_DEFAULT);
        mustNotBeSubmitter(by);
        return happened(new DefaultWaived(
                id,
                version + 1,
                by.now(),
                day,
                profile(EFFECTIVE),
                figures(EFFECTIVE, amounts -> amounts),
                act.reason()));
    }

    public PaymentDeferred deferPayment(Act.DeferPayment act, By by) {
        var day = mayWhile("a deferral", act, by, EFFECTIVE, IN_DEFAULT);
        return happened(new PaymentDeferred(
                id, version + 1, by.now(), day, profile(status), figures, act.until(), act.reason()));
    }

    /** Ends as WRITTEN_OFF when nothing is owed any more. @throws OverDraw when R + W would pass D + K */
    public DealWrittenOff writeOff(Act.WriteOff act, By by) {
        var day = mayWhile("a write-off", act, by, IN_DEFAULT);
        mustBeRepayable("amount");
        var amount = inCurrency("amount", act.amount());
        if (amount.exceeds(amounts().owed())) {
            throw new OverDraw("the outstanding amount", amount, amounts().owed());
        }
        var next = amount.equals(amounts().owed()) ? WRITTEN_OFF : status;
        return happened(new DealWrittenOff(
                id,
                version + 1,
                by.now(),
                day,
                profile(next),
                figures(next, amounts -> amounts.writingOff(amount)),
                amount,
                act.reason()));
    }

    /** The whole deal up to signing; from signing on, a part of what is not drawn. */
    public DealCancelled cancel(Act.Cancel act, By by) {
        if (act.amount() == null) {
            var day = may("a cancellation", CANCELLED, act, by);
            return happened(new DealCancelled(
                    id,
                    version + 1,
                    by.now(),
                    day,
                    profile(CANCELLED),
                    figures(CANCELLED, amounts -> amounts),
                    null,
                    act.reason()));
        }
        var day = mayWhile("a partial cancellation", act, by, SIGNED, EFFECTIVE, IN_DEFAULT);
        var amount = inCurrency("amount", act.amount());
        if (amount.exceeds(amounts().available())) {
            throw new OverDraw("the undrawn amount", amount, amounts().available());
        }
        return happened(new DealCancelled(
                id,
                version + 1,
                by.now(),
                day,
                profile(status),
                figures(status, amounts -> amounts.cancelling(amount)),
                amount,
                act.reason()));
    }

    public DealTerminated terminate(Act.Terminate act, By by) {
        var day = may("a termination", TERMINATED, act, by);
        return happened(new DealTerminated(
                id,
                version + 1,
                by.now(),
                day,
                profile(TERMINATED),
                figures(TERMINATED, amounts -> amounts),
                act.reason()));
    }

    /** @throws StillOwed while something is outstanding */
    public DealClosed close(Act.Close act, By by) {
        var day = may("closing", CLOSED, act, by);
        if (figures.outstanding().signum() != 0) {
            throw new StillOwed(new Money(figures.outstanding(), figures.currency()));
        }
        return happened(
                new DealClosed(id, version + 1, by.now(), day, profile(CLOSED), figures(CLOSED, amounts -> amounts)));
    }

    /** Whichever act it is. */
    public DealEvent perform(Act act, By by) {
        return switch (act) {
            case Act.Apply a -> apply(a, by);
            case Act.StartDueDiligence a -> startDueDiligence(a, by);
            case Act.Approve a -> approve(a, by);
            case Act.Decline a -> decline(a, by);
            case Act.Sign a -> sign(a, by);
            case Act.SatisfyCondition a -> satisfy(a, by);
            case Act.WaiveCondition a -> waive(a, by);
            case Act.MakeEffective a -> makeEffective(a, by);
            case Act.Amend a -> amend(a, by);
            case Act.Disburse a -> disburse(a, by);
            case Act.CapitaliseInterest a -> capitaliseInterest(a, by);
            case Act.ReceiveRepayment a -> receiveRepayment(a, by);
            case Act.AdjustLiability a -> adjustLiability(a, by);
            case Act.DeclareDefault a -> declareDefault(a, by);
            case Act.CureDefault a -> cureDefault(a, by);
            case Act.WaiveDefault a -> waiveDefault(a, by);
            case Act.DeferPayment a -> deferPayment(a, by);
            case Act.WriteOff a -> writeOff(a, by);
            case Act.Cancel a -> cancel(a, by);
            case Act.Terminate a -> terminate(a, by);
            case Act.Close a -> close(a, by);
        };
    }

    private void evolve(DealEvent event) {
        version = event.version();
        figures = event.figures();
        changedAt = event.at();
        status = DealStatus.valueOf(event.deal().status());
        switch (event) {
            case DealApplied applied -> keep(offer.heading(applied.headline()));
            case DealApproved approved -> {
                approvedOn = approved.effectiveOn();
                keep(offer.expiring(approved.expiresOn()));
            }
            case DealSigned signed -> signedOn = signed.effectiveOn();
            case ConditionSatisfied c -> keep(offer.with(c.key(), condition -> condition.satisfied(c.evidence())));
            case ConditionWaived c -> keep(offer.with(c.key(), condition -> condition.waived(c.reason())));
            case DealAmended amended -> keep(offer.heading(amended.headline()).expiring(amended.expiresOn()));
            case DealProposed _,
                    DueDiligenceStarted _,
                    DealDeclined _,
                    DealEffective _,
                    FundsDisbursed _,
                    InterestCapitalised _,
                    RepaymentReceived _,
                    LiabilityAdjusted _,
                    DefaultDeclared _,
                    DefaultCured _,
                    DefaultWaived _,
                    PaymentDeferred _,
                    DealWrittenOff _,
                    DealCancelled _,
                    DealTerminated _,
                    DealClosed _ -> {}
        }
    }

    private <E extends DealEvent> E happened(E event) {
        evolve(event);
        return event;
    }

    private DealApplied happened(DealApplied event, By by) {
        appliedBy = by.actor();
        return happened(event);
    }

    private LocalDate may(String act, DealStatus next, Act command, By by) {
        if (!status.next().contains(next)) {
            throw new IllegalMove(status, act);
        }
        return day(command, by);
    }

    private LocalDate mayWhile(String act, Act command, By by, DealStatus... allowed) {
        if (!List.of(allowed).contains(status)) {
            throw new IllegalMove(status, act);
        }
        return day(command, by);
    }

    private LocalDate day(Act act, By by) {
        var day = by.day(act.effectiveOn());
        if (day.isBefore(firstOn)) {
            throw new WrongField("effectiveOn", "must not be before the deal's first fact, " + firstOn);
        }
        return day;
    }

    /** Who records a history decides nothing; there the line names who did. */
    private void mustNotBeSubmitter(By by) {
        boolean submitted = by.actor().equals(proposedBy) || by.actor().equals(appliedBy);
        if (submitted && !by.recording()) {
            throw new FourEyes(by.actor());
        }
    }

    private static void mustNameDecider(By by, @Nullable String decidedBy) {
        if (by.recording() && decidedBy == null) {
            throw new WrongField("decidedBy", "must name who decided");
        }
    }

    private void mustBeRepayable(String field) {
        if (rule() != ExposureRule.FUNDED_DEBT && rule() != ExposureRule.EQUITY) {
            throw new WrongField(field, "is owed under loans and equity only");
        }
    }

    private Money inCurrency(String field, Money money) {
        if (!money.currency().equals(offer.headline().currency())) {
            throw new WrongField(
                    field + ".currency",
                    "must be the deal's, " + offer.headline().currency());
        }
        return money;
    }

    private void open(String key) {
        if (offer.conditions().stream().noneMatch(condition -> condition.key().equals(key) && condition.isOpen())) {
            throw new NoSuchCondition(key);
        }
    }

    private Amounts amended(Amounts before, @Nullable Money headline, @Nullable Money amount) {
        var after = headline == null ? before : before.heading(headline);
        if (amount == null) {
            return after;
        }
        if (status == APPROVED) {
            return after.authorizing(amount);
        }
        if (rule() == ExposureRule.CONTINGENT) {
            return after.liableFor(amount);
        }
        var least = before.cancelled().plus(before.disbursed());
        if (least.exceeds(amount)) {
            throw new OverDraw("an amount of " + amount, least, amount);
        }
        return after.committing(amount);
    }

    private Money zero() {
        return Money.zero(offer.headline().currency());
    }

    private Amounts amounts() {
        return Amounts.of(offer.headline(), figures);
    }

    private Figures figures(DealStatus next, UnaryOperator<Amounts> change) {
        return change.apply(amounts()).figures(next, rule());
    }

    private ExposureRule rule() {
        return offer.instrument().exposureRule();
    }

    private void keep(Offer changed) {
        offer = changed;
        agency = changed.agency().name();
        reference = changed.reference();
        instrument = changed.instrument().name();
        projectId = changed.projectId();
        packageId = changed.packageId();
        obligorName = changed.obligor().name();
        releaseClass = changed.releaseClass().name();
    }

    private DealProfile profile(DealStatus next) {
        return new DealProfile(
                reference,
                offer.title(),
                agency,
                offer.program(),
                instrument,
                projectId,
                packageId,
                offer.obligor(),
                releaseClass,
                next.name());
    }

    /** Remembers what a file said, so that its second coming changes nothing. */
    public void imported(String head, String line, int acts) {
        importedHead = head;
        importedLine = line;
        importedActs = acts;
    }

    /** The line this deal was imported from, without its acts; null when it was not imported. */
    public @Nullable String importedHead() {
        return importedHead;
    }

    /** The line this deal was imported from, whole. */
    public @Nullable String importedLine() {
        return importedLine;
    }

    public int importedActs() {
        return importedActs;
    }

    public UUID id() {
        return id;
    }

    public Offer offer() {
        return offer;
    }

    public DealStatus status() {
        return status;
    }

    public Figures figures() {
        return figures;
    }

    public @Nullable LocalDate approvedOn() {
        return approvedOn;
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
