package io.lodestone.deals.deal;

import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.contracts.deals.Figures;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Support of one agency in one instrument for one project.
 *
 * <p>The row of a {@link DealState}. What is asked is decided by phase, in {@link Originating}, {@link Approving},
 * {@link Signing}, {@link Amending}, {@link Complying}, {@link Funding}, {@link Servicing} and {@link Ending}; each returns
 * the fact that it happened, and the state follows from that fact.
 */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
public class Deal {

    @Id
    private UUID id;

    private String agency;

    private String reference;

    private String instrument;

    private UUID projectId;

    private @Nullable UUID packageId;

    private String obligorName;

    private @Nullable String obligorLei;

    private @Nullable String obligorGroup;

    private String releaseClass;

    @JdbcTypeCode(SqlTypes.JSON)
    private Offer offer;

    @Enumerated(EnumType.STRING)
    private DealStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private Figures figures;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<CrossDefault> crossDefaults = List.of();

    private boolean inCrossDefault;

    private long version;

    private LocalDate firstOn;

    private @Nullable LocalDate approvedOn;

    private @Nullable LocalDate signedOn;

    private @Nullable LocalDate defaultedOn;

    private String proposedBy;

    private @Nullable String appliedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    private Compliance compliance;

    private Instant changedAt;

    private @Nullable String importedHead;

    private @Nullable String importedLine;

    private int importedActs;

    protected Deal() {} // Hibernate

    /** The first fact of a deal; {@link #of} makes the deal of it. */
    public static DealProposed propose(UUID id, Offer offer, @Nullable LocalDate effectiveOn, By by) {
        return Originating.propose(id, offer, effectiveOn, by);
    }

    /** @param actor who recorded the fact */
    public static Deal of(DealProposed fact, String actor) {
        var deal = new Deal();
        deal.keep(DealState.of(fact, actor));
        return deal;
    }

    /**
     * Checks and does what is asked.
     *
     * @return the fact that it happened
     * @throws DealRefusal when the rules say no; the deal stays as it was
     */
    public DealEvent perform(Act act, By by) {
        var before = state();
        var fact = decide(before, act, by);
        keep(before.after(fact, by.actor()));
        return fact;
    }

    /** As {@link #perform}, but only looks. */
    public void mustAllow(Act act, By by) {
        decide(state(), act, by);
    }

    private static DealEvent decide(DealState deal, Act act, By by) {
        return switch (act) {
            case Act.Apply a -> Originating.apply(deal, a, by);
            case Act.StartDueDiligence a -> Originating.startDueDiligence(deal, a, by);
            case Act.Approve a -> Approving.approve(deal, a, by);
            case Act.Decline a -> Approving.decline(deal, a, by);
            case Act.Sign a -> Signing.sign(deal, a, by);
            case Act.SatisfyCondition a -> Signing.satisfy(deal, a, by);
            case Act.WaiveCondition a -> Signing.waive(deal, a, by);
            case Act.MakeEffective a -> Signing.makeEffective(deal, a, by);
            case Act.Amend a -> Amending.amend(deal, a, by);
            case Act.Disburse a -> Funding.disburse(deal, a, by);
            case Act.CapitaliseInterest a -> Funding.capitaliseInterest(deal, a, by);
            case Act.ReceiveRepayment a -> Funding.receiveRepayment(deal, a, by);
            case Act.AdjustLiability a -> Funding.adjustLiability(deal, a, by);
            case Act.SendNotice a -> Complying.sendNotice(deal, a, by);
            case Act.OverrideRule a -> Complying.overrideRule(deal, a, by);
            case Act.DeclareDefault a -> Servicing.declareDefault(deal, a, by);
            case Act.CureDefault a -> Servicing.cureDefault(deal, a, by);
            case Act.WaiveDefault a -> Servicing.waiveDefault(deal, a, by);
            case Act.DeferPayment a -> Servicing.deferPayment(deal, a, by);
            case Act.WriteOff a -> Servicing.writeOff(deal, a, by);
            case Act.Cancel a -> Ending.cancel(deal, a, by);
            case Act.Terminate a -> Ending.terminate(deal, a, by);
            case Act.Close a -> Ending.close(deal, a, by);
            case Act.Pack a -> Linking.pack(deal, a, by);
            case Act.ReopenCondition a -> Linking.reopen(deal, a, by);
            case Act.FlagCrossDefault a -> Linking.flag(deal, a, by);
            case Act.ClearCrossDefault a -> Linking.clear(deal, a, by);
        };
    }

    /** As its facts have made it. */
    DealState state() {
        return new DealState(
                id,
                offer,
                status,
                figures,
                crossDefaults,
                version,
                firstOn,
                approvedOn,
                signedOn,
                defaultedOn,
                proposedBy,
                appliedBy,
                compliance,
                changedAt);
    }

    private void keep(DealState state) {
        id = state.id();
        offer = state.offer();
        status = state.status();
        figures = state.figures();
        crossDefaults = state.crossDefaults();
        inCrossDefault = !crossDefaults.isEmpty();
        version = state.version();
        firstOn = state.firstOn();
        approvedOn = state.approvedOn();
        signedOn = state.signedOn();
        defaultedOn = state.defaultedOn();
        proposedBy = state.proposedBy();
        appliedBy = state.appliedBy();
        compliance = state.compliance();
        changedAt = state.changedAt();
        agency = offer.agency().name();
        reference = offer.reference();
        instrument = offer.instrument().name();
        projectId = offer.projectId();
        packageId = offer.packageId();
        obligorName = offer.obligor().name();
        obligorLei = offer.obligor().lei();
        obligorGroup = offer.obligor().group();
        releaseClass = offer.releaseClass().name();
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

    /** The dimensions as facts carry them. */
    public DealProfile profile() {
        return DealState.profile(offer, status);
    }

    /** True until it has ended. */
    public boolean isLive() {
        return !status.next().isEmpty();
    }

    /** True while open conditions hold the deal back: it is approved or signed. */
    public boolean awaitsConditions() {
        return status == DealStatus.APPROVED || status == DealStatus.SIGNED;
    }

    /** Defaults of other deals of the same obligor, or of its group, that are not cured or waived. */
    public List<CrossDefault> crossDefaults() {
        return crossDefaults;
    }

    public boolean isFlaggedBy(UUID other) {
        return crossDefaults.stream().anyMatch(flag -> flag.dealId().equals(other));
    }

    public @Nullable LocalDate approvedOn() {
        return approvedOn;
    }

    public @Nullable LocalDate signedOn() {
        return signedOn;
    }

    /** The day it was last declared in default. */
    public @Nullable LocalDate defaultedOn() {
        return defaultedOn;
    }

    /** What was done about rules. */
    public Compliance compliance() {
        return compliance;
    }

    /** Whoever does this needs the right to decide, not only to write. */
    public boolean needsApprover(Act act) {
        return switch (act) {
            case Act.Approve _, Act.Decline _, Act.WaiveCondition _, Act.WaiveDefault _, Act.OverrideRule _ -> true;
            case Act.Amend amendment -> Amending.raises(state().amounts(), amendment) && !status.isPipeline();
            case Act.Apply _,
                    Act.StartDueDiligence _,
                    Act.Sign _,
                    Act.SatisfyCondition _,
                    Act.MakeEffective _,
                    Act.SendNotice _,
                    Act.Disburse _,
                    Act.CapitaliseInterest _,
                    Act.ReceiveRepayment _,
                    Act.AdjustLiability _,
                    Act.DeclareDefault _,
                    Act.CureDefault _,
                    Act.DeferPayment _,
                    Act.WriteOff _,
                    Act.Cancel _,
                    Act.Terminate _,
                    Act.Close _ -> false;
        };
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
