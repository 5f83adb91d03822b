package io.lodestone.deals.hearing;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
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
import io.lodestone.contracts.deals.DealsFact;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.deals.limit.Limits;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * This service hears itself: what one deal's fact means for other deals is done in a transaction of its own, so that no
 * command ever locks more than its deal.
 */
@ApplicationScoped
class DealsFeed implements Feed<DealsFact> {

    private final FeedRunner runner;
    private final CrossDefaults crossDefaults;
    private final LinkedConditions conditions;
    private final Limits limits;

    DealsFeed(FeedRunner runner, CrossDefaults crossDefaults, LinkedConditions conditions, Limits limits) {
        this.runner = runner;
        this.crossDefaults = crossDefaults;
        this.conditions = conditions;
        this.limits = limits;
    }

    @Incoming("deals")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("deals", records, this);
    }

    @Override
    public Topic<DealsFact> topic() {
        return DEALS;
    }

    @Override
    public void on(List<Heard<DealsFact>> heard) {
        limits.share();
        follow(Heard.only(DealEvent.class, heard), crossDefaults, conditions);
    }

    static void follow(List<Heard<DealEvent>> heard, CrossDefaults crossDefaults, LinkedConditions conditions) {
        crossDefaults.meet(proposals(heard));
        for (var fact : heard) {
            var cause = fact.envelope();
            switch (fact.event()) {
                case DefaultDeclared declared -> crossDefaults.flag(declared, cause);
                case DefaultCured cured -> crossDefaults.clear(cured, cause);
                case DefaultWaived waived -> crossDefaults.clear(waived, cause);
                case DealApproved approved ->
                    conditions.followApproval(approved.subject(), approved.effectiveOn(), cause);
                case DealProposed _,
                        DealApplied _,
                        DueDiligenceStarted _,
                        DealDeclined _,
                        DealSigned _,
                        ConditionSatisfied _,
                        ConditionWaived _,
                        ConditionReopened _,
                        DealEffective _,
                        DealAmended _,
                        FundsDisbursed _,
                        InterestCapitalised _,
                        RepaymentReceived _,
                        LiabilityAdjusted _,
                        CrossDefaultFlagged _,
                        CrossDefaultCleared _,
                        PaymentDeferred _,
                        DealWrittenOff _,
                        DealCancelled _,
                        DealTerminated _,
                        DealClosed _,
                        NoticeSent _,
                        RuleOverridden _ -> {}
            }
        }
    }

    private static List<Heard<DealProposed>> proposals(List<Heard<DealEvent>> heard) {
        return heard.stream()
                .flatMap(fact -> fact.event() instanceof DealProposed proposed
                        ? Stream.of(new Heard<>(fact.envelope(), proposed))
                        : Stream.empty())
                .toList();
    }
}
