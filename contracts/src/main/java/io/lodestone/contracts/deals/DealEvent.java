package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.envelope.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the deals service tells the world about financing deals. Each fact carries the deal's dimensions and its
 * figures after the fact, beside what changed. Amounts are in the deal's currency.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface DealEvent extends DealsFact {

    /** The dimensions after the fact; flat in the data. */
    @JsonUnwrapped
    DealProfile deal();

    Figures figures();

    /** A deal is on the table. {@code headline} is the amount "up to", zero when not disclosed. */
    @EventType("io.lodestone.deals.deal-proposed.v1")
    record DealProposed(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money headline,
            String enteredAs,
            @Nullable LocalDate expiresOn,
            @Nullable Terms terms,
            @Nullable List<DealCondition> conditions,
            @Nullable String environmentalCategory,
            @Nullable List<Source> sources)
            implements DealEvent {}

    /** The obligor applied; the headline is what was applied for. */
    @EventType("io.lodestone.deals.deal-applied.v1")
    record DealApplied(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money headline)
            implements DealEvent {}

    /** The agency examines the application. */
    @EventType("io.lodestone.deals.due-diligence-started.v1")
    record DueDiligenceStarted(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures)
            implements DealEvent {}

    /** The agency's board or delegate authorized {@code amount}. {@code decidedBy} is the body, when it is not the actor. */
    @EventType("io.lodestone.deals.deal-approved.v1")
    record DealApproved(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money amount,
            @Nullable LocalDate expiresOn,
            @Nullable String decidedBy,
            @Nullable String note)
            implements DealEvent {}

    /** The agency said no. */
    @EventType("io.lodestone.deals.deal-declined.v1")
    record DealDeclined(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String reason,
            @Nullable String decidedBy)
            implements DealEvent {}

    /** The agreement is signed: {@code amount} is committed, {@code contingent} is the maximum liability of a contingent instrument. */
    @EventType("io.lodestone.deals.deal-signed.v1")
    record DealSigned(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money amount,
            Money contingent)
            implements DealEvent {}

    /** A condition precedent is met. */
    @EventType("io.lodestone.deals.condition-satisfied.v1")
    record ConditionSatisfied(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String key,
            String evidence)
            implements DealEvent {}

    /** A condition precedent is waived. */
    @EventType("io.lodestone.deals.condition-waived.v1")
    record ConditionWaived(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String key,
            String reason,
            @Nullable String decidedBy)
            implements DealEvent {}

    /** A condition precedent that was met is not met any more. */
    @EventType("io.lodestone.deals.condition-reopened.v1")
    record ConditionReopened(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String key,
            String reason)
            implements DealEvent {}

    /** All conditions precedent are met or waived; money may move. */
    @EventType("io.lodestone.deals.deal-effective.v1")
    record DealEffective(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures)
            implements DealEvent {}

    /** Headline, amount, terms or expiry changed. {@code amount} is the new authorized amount before signing, the new committed amount after. */
    @EventType("io.lodestone.deals.deal-amended.v1")
    record DealAmended(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            @Nullable Money headline,
            @Nullable Money amount,
            @Nullable LocalDate expiresOn,
            String reason,
            @Nullable Terms terms)
            implements DealEvent {}

    /** Money was paid out. */
    @EventType("io.lodestone.deals.funds-disbursed.v1")
    record FundsDisbursed(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money amount,
            @Nullable String tranche)
            implements DealEvent {}

    /** Interest was added to principal. */
    @EventType("io.lodestone.deals.interest-capitalised.v1")
    record InterestCapitalised(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money amount)
            implements DealEvent {}

    /** The obligor paid back {@code principal}, and {@code interest} beside it. */
    @EventType("io.lodestone.deals.repayment-received.v1")
    record RepaymentReceived(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money principal,
            @Nullable Money interest)
            implements DealEvent {}

    /** The maximum liability is now {@code contingent}, found by {@code method}. */
    @EventType("io.lodestone.deals.liability-adjusted.v1")
    record LiabilityAdjusted(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money contingent,
            String method)
            implements DealEvent {}

    /** The deal is in default. */
    @EventType("io.lodestone.deals.default-declared.v1")
    record DefaultDeclared(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String reason,
            @Nullable LocalDate cureBy)
            implements DealEvent {}

    /** The default was cured. */
    @EventType("io.lodestone.deals.default-cured.v1")
    record DefaultCured(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            @Nullable String note)
            implements DealEvent {}

    /** The agency waived the default. */
    @EventType("io.lodestone.deals.default-waived.v1")
    record DefaultWaived(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String reason,
            @Nullable String decidedBy)
            implements DealEvent {}

    /** Another deal of the same obligor, or of its group, is in default. Status and figures stay; somebody should look. */
    @EventType("io.lodestone.deals.cross-default-flagged.v1")
    record CrossDefaultFlagged(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            UUID causedBy,
            String reason)
            implements DealEvent {}

    /** The other deal's default was cured or waived. */
    @EventType("io.lodestone.deals.cross-default-cleared.v1")
    record CrossDefaultCleared(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            UUID causedBy,
            String reason)
            implements DealEvent {}

    /** Payments are deferred until a day. */
    @EventType("io.lodestone.deals.payment-deferred.v1")
    record PaymentDeferred(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            LocalDate until,
            String reason)
            implements DealEvent {}

    /** Principal was given up. */
    @EventType("io.lodestone.deals.deal-written-off.v1")
    record DealWrittenOff(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            Money amount,
            String reason)
            implements DealEvent {}

    /** The deal, or after signing {@code amount} of it, was cancelled. */
    @EventType("io.lodestone.deals.deal-cancelled.v1")
    record DealCancelled(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            @Nullable Money amount,
            String reason)
            implements DealEvent {}

    /** The agreement was ended before its term. */
    @EventType("io.lodestone.deals.deal-terminated.v1")
    record DealTerminated(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String reason)
            implements DealEvent {}

    /** Everything is paid and done. */
    @EventType("io.lodestone.deals.deal-closed.v1")
    record DealClosed(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures)
            implements DealEvent {}

    /** A statutory notice was sent; the clock of its rule starts on {@code sentOn}. */
    @EventType("io.lodestone.deals.notice-sent.v1")
    record NoticeSent(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String ruleId,
            LocalDate sentOn,
            @Nullable String note)
            implements DealEvent {}

    /** An approver decided that a rule does not hold this deal up. */
    @EventType("io.lodestone.deals.rule-overridden.v1")
    record RuleOverridden(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped DealProfile deal,
            Figures figures,
            String ruleId,
            String reason,
            @Nullable String decidedBy)
            implements DealEvent {}
}
