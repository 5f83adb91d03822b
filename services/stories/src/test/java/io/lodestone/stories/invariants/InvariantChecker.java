package io.lodestone.stories.invariants;

import java.util.ArrayList;
import java.util.List;

/** All invariants over one run. */
public final class InvariantChecker {

    /** The relay's {@code lodestone.outbox.relay.batch-rows}. */
    private static final int BATCH_ROWS = 2_000;

    private InvariantChecker() {}

    /** Every violation of I1 to I5, I8, I9 and I11; none when the run was as it should be. */
    public static List<Violation> violations(Evidence run) {
        var violations = new ArrayList<Violation>();
        violations.addAll(TopicInvariants.committedIsPublished(run.committed(), run.published()));
        violations.addAll(TopicInvariants.everyFactIsHeard(run.published(), run.hearings(), run.heard()));
        violations.addAll(TopicInvariants.versionsNeverGoBack(run.published()));
        violations.addAll(TopicInvariants.duplicatesAreBounded(run.published(), run.kills(), BATCH_ROWS));
        violations.addAll(RunInvariants.exposureIsTheSum(run.figures(), run.exposure()));
        violations.addAll(RunInvariants.eachOperationHasItsEffect(run.operations(), run.committed()));
        violations.addAll(RunInvariants.offsetsMoveForward(run.samples()));
        violations.addAll(RunInvariants.itBecomesCalm(run.calm()));
        return violations;
    }
}
