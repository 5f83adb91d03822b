package io.lodestone.stories.invariants;

import java.util.ArrayList;
import java.util.List;

/** All invariants over one run. */
public final class InvariantChecker {

    /** The relay's {@code lodestone.outbox.relay.batch-rows}. */
    private static final int BATCH_ROWS = 2_000;

    private InvariantChecker() {}

    /** Every violation of I1 to I13; none when the run was as it should be. */
    public static List<Violation> violations(Evidence run) {
        var told = run.told();
        var asked = run.asked();
        var course = run.course();
        var violations = new ArrayList<Violation>();
        violations.addAll(TopicInvariants.committedIsPublished(told.committed(), told.published()));
        violations.addAll(TopicInvariants.everyFactIsHeard(told.published(), told.hearings(), told.heard()));
        violations.addAll(TopicInvariants.versionsNeverGoBack(told.published()));
        violations.addAll(TopicInvariants.duplicatesAreBounded(told.published(), course.faults(), BATCH_ROWS));
        violations.addAll(RunInvariants.exposureIsTheSum(run.figures()));
        violations.addAll(RunInvariants.liveIsAsRebuilt(run.rebuild()));
        violations.addAll(LedgerInvariants.booksBalance(run.ledger()));
        violations.addAll(ClientInvariants.eachOperationHasItsEffect(asked.operations(), told.committed()));
        violations.addAll(ClientInvariants.clientsSeeTheNewest(asked, told.committed()));
        violations.addAll(ClientInvariants.commandsGoOnWithoutABroker(asked));
        violations.addAll(RunInvariants.offsetsMoveForward(course.samples()));
        violations.addAll(WebhookInvariants.everyMatchIsDeliveredOrDead(
                run.webhooks(), WebhookInvariants.ofOperations(told.committed(), asked.operations())));
        violations.addAll(RunInvariants.itBecomesCalm(course.calm()));
        violations.addAll(RunInvariants.noErrorUnexplained(course.errors()));
        violations.addAll(RunInvariants.nothingGrowsWithoutEnd(course.samples()));
        return violations;
    }
}
