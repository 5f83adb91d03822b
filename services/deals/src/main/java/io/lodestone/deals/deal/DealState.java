package io.lodestone.deals.deal;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.ConditionReopened;
import io.lodestone.contracts.deals.DealEvent.ConditionSatisfied;
import io.lodestone.contracts.deals.DealEvent.ConditionWaived;
import io.lodestone.contracts.deals.DealEvent.CrossDefaultCleared;
import io.lodestone.contracts.deals.DealEvent.CrossDefaultFlagged;
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
import io.lodestone.contracts.deals.DealEvent.NoticeSent;
import io.lodestone.contracts.deals.DealEvent.PaymentDeferred;
import io.lodestone.contracts.deals.DealEvent.RepaymentReceived;
import io.lodestone.contracts.deals.DealEvent.RuleOverridden;
import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.contracts.deals.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A deal after its facts. Decisions read it; it changes nowhere but in {@link #after}, from a fact, so what we store and
 * what we publish cannot drift apart.
 *
 * @param crossDefaults defaults of other deals of the obligor's group, oldest first
 * @param firstOn    the day of the first fact
 * @param defaultedOn the day it was last declared in default
 * @param proposedBy who proposed it, and {@code appliedBy} who applied: they may not decide on it
 */
record DealState(
        UUID id,
        Offer offer,
        DealStatus status,
        Figures figures,
        List<CrossDefault> crossDefaults,
        long version,
        LocalDate firstOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate defaultedOn,
        String proposedBy,
        @Nullable String appliedBy,
        Compliance compliance,
        Instant changedAt) {

    static DealState of(DealProposed fact, String actor) {
        var offer = Offer.of(fact);
        return new DealState(
                fact.subject(),
                offer,
                offer.enterAs(),
                fact.figures(),
                List.of(),
                fact.version(),
                fact.effectiveOn(),
                null,
                null,
                null,
                actor,
                null,
                Compliance.NONE,
                fact.at());
    }

    DealState after(DealEvent fact, String actor) {
        return new DealState(
                id,
                changed(fact),
                DealStatus.valueOf(fact.deal().status()),
                fact.figures(),
                crossDefaults(fact),
                fact.version(),
                firstOn,
                fact instanceof DealApproved ? fact.effectiveOn() : approvedOn,
                fact instanceof DealSigned ? fact.effectiveOn() : signedOn,
                fact instanceof DefaultDeclared ? fact.effectiveOn() : defaultedOn,
                proposedBy,
                fact instanceof DealApplied ? actor : appliedBy,
                complied(fact, actor),
                fact.at());
    }

    private Offer changed(DealEvent fact) {
        return switch (fact) {
            case DealApplied applied -> offer.heading(applied.headline());
            case DealApproved approved -> offer.expiring(approved.expiresOn());
            case ConditionSatisfied c -> offer.with(c.key(), condition -> condition.satisfied(c.evidence()));
            case ConditionWaived c -> offer.with(c.key(), condition -> condition.waived(c.reason()));
            case ConditionReopened c -> offer.with(c.key(), condition -> condition.reopened(c.reason()));
            case DealAmended amended ->
                offer.heading(amended.headline())
                        .expiring(amended.expiresOn())
                        .amended(amended.terms())
                        .in(amended.deal().packageId());
            case DealProposed _,
                    DueDiligenceStarted _,
                    DealDeclined _,
                    DealSigned _,
                    DealEffective _,
                    FundsDisbursed _,
                    InterestCapitalised _,
                    RepaymentReceived _,
                    LiabilityAdjusted _,
                    DefaultDeclared _,
                    DefaultCured _,
                    DefaultWaived _,
                    CrossDefaultFlagged _,
                    CrossDefaultCleared _,
                    PaymentDeferred _,
                    DealWrittenOff _,
                    DealCancelled _,
                    DealTerminated _,
                    DealClosed _,
                    NoticeSent _,
                    RuleOverridden _ -> offer;
        };
    }

    private Compliance complied(DealEvent fact, String actor) {
        return switch (fact) {
            case NoticeSent sent -> compliance.with(sent);
            case RuleOverridden overridden -> compliance.with(overridden, actor);
            case DealProposed _,
                    DealApplied _,
                    DueDiligenceStarted _,
                    DealApproved _,
                    DealDeclined _,
                    DealSigned _,
                    ConditionSatisfied _,
                    ConditionWaived _,
                    DealEffective _,
                    DealAmended _,
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
                    DealClosed _,
                    ConditionReopened _,
                    CrossDefaultFlagged _,
                    CrossDefaultCleared _ -> compliance;
        };
    }

    private List<CrossDefault> crossDefaults(DealEvent fact) {
        if (fact instanceof CrossDefaultFlagged flagged) {
            var all = new ArrayList<>(crossDefaults);
            all.add(new CrossDefault(flagged.causedBy(), flagged.effectiveOn(), flagged.reason()));
            return List.copyOf(all);
        }
        if (fact instanceof CrossDefaultCleared cleared) {
            return crossDefaults.stream()
                    .filter(flag -> !flag.dealId().equals(cleared.causedBy()))
                    .toList();
        }
        return crossDefaults;
    }

    /** The next fact leaves the deal in {@code next}, its amounts as they are. */
    Step step(DealStatus next, LocalDate day, By by) {
        return step(next, day, by, amounts -> amounts);
    }

    Step step(DealStatus next, LocalDate day, By by, UnaryOperator<Amounts> change) {
        var figuresAfter = change.apply(amounts()).figures(next, rule());
        return new Step(id, version + 1, by.now(), day, profile(offer, next), figuresAfter);
    }

    static DealProfile profile(Offer offer, DealStatus status) {
        return new DealProfile(
                offer.reference(),
                offer.title(),
                offer.agency().name(),
                offer.program(),
                offer.instrument().name(),
                offer.projectId(),
                offer.packageId(),
                offer.obligor(),
                offer.releaseClass().name(),
                status.name());
    }

    Amounts amounts() {
        return Amounts.of(offer.headline(), figures);
    }

    ExposureRule rule() {
        return offer.instrument().exposureRule();
    }

    Money zero() {
        return Money.zero(offer.headline().currency());
    }
}
