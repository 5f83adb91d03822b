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
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * Support of one agency in one instrument for one project.
 *
 * <p>The row of a {@link DealState}. What is asked is decided by phase, in {@link Originating}, {@link Approving},
 * {@link Signing}, {@link Amending}, {@link Complying}, {@link Funding}, {@link Servicing} and {@link Ending}; each returns
 * the fact that it happened, and the state follows from that fact. JSON columns hold values that never change, so that
 * Hibernate needs no copies of them.
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
    @Mutability(Immutability.class)
    private Offer offer;

    @Enumerated(EnumType.STRING)
    private DealStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Figures figures;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
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
    @Mutability(Immutability.class)
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
        var fact = Deciding.decide(before, act, by);
        keep(before.after(fact, by.actor()));
        return fact;
    }

    /** As {@link #perform}, but only looks. */
    public void mustAllow(Act act, By by) {
        Deciding.decide(state(), act, by);
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
        return Deciding.needsApprover(state(), act);
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
