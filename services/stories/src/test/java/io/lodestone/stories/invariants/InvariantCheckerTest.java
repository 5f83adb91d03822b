package io.lodestone.stories.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Evidence.Calm;
import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Heard;
import io.lodestone.stories.invariants.Evidence.Hearing;
import io.lodestone.stories.invariants.Evidence.Partition;
import io.lodestone.stories.invariants.Evidence.Published;
import io.lodestone.stories.invariants.Evidence.Sample;
import io.lodestone.stories.invariants.Evidence.Stored;
import io.lodestone.stories.invariants.Operation.Attempt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvariantCheckerTest {

    private static final String DEALS = "lodestone.deals";
    private static final Partition ZERO = new Partition(DEALS, 0);
    private static final Attempt DONE = new Attempt(200, 2);
    private static final Attempt REFUSED = new Attempt(409, 0);

    @Test
    void aRunAsItShouldBeHasNoViolations() {
        var run = new Evidence(
                List.of(committed(1, "first"), committed(2, "second")),
                List.of(published(0, 1), published(1, 1), published(2, 2)),
                List.of(new Hearing("query", DEALS)),
                List.of(new Heard("query", DEALS, "a", 2)),
                List.of(sample(1, 1, 3), sample(2, 3, 3)),
                Map.of("EXIM USD paid", new BigDecimal("1.50")),
                Map.of("EXIM USD paid", new BigDecimal("1.5"), "DFC USD paid", BigDecimal.ZERO),
                List.of(
                        new Operation("first", "propose", true, List.of(new Attempt(201, 1))),
                        new Operation("second", "apply", true, List.of(Attempt.UNANSWERED, DONE)),
                        new Operation("third", "sign", false, List.of(REFUSED))),
                1,
                new Calm(Duration.ofSeconds(5), List.of()));

        assertThat(InvariantChecker.violations(run)).isEmpty();
    }

    @Test
    void aCommittedFactThatIsNotOnItsTopicIsI1() {
        assertCaught(
                TopicInvariants.committedIsPublished(
                        List.of(committed(1, ""), committed(2, "")), List.of(published(0, 1))),
                "I1",
                "lodestone.deals a version 2");
    }

    @Test
    void aPublishedFactThatWasNeverCommittedIsI1() {
        assertCaught(
                TopicInvariants.committedIsPublished(
                        List.of(committed(1, "")), List.of(published(0, 1), published(1, 2))),
                "I1",
                "never committed");
    }

    @Test
    void aGapOnTheTopicIsI2() {
        assertCaught(
                TopicInvariants.everyFactIsHeard(List.of(published(0, 1), published(1, 3)), List.of(), List.of()),
                "I2",
                "version 2 is missing");
    }

    @Test
    void aConsumerThatSteppedOverTheNewestFactIsI2() {
        assertCaught(
                TopicInvariants.everyFactIsHeard(
                        List.of(published(0, 1), published(1, 2)),
                        List.of(new Hearing("query", DEALS), new Hearing("deals", "lodestone.projects")),
                        List.of(new Heard("query", DEALS, "a", 1))),
                "I2",
                "query heard lodestone.deals a up to version 1 of 2");
    }

    @Test
    void aVersionThatGoesBackIsI3() {
        assertCaught(
                TopicInvariants.versionsNeverGoBack(List.of(published(0, 2), published(1, 1))),
                "I3",
                "from version 2 at lodestone.deals-0@0 to 1 at lodestone.deals-0@1");
    }

    @Test
    void aVersionThatTwoEventsClaimIsI3() {
        assertCaught(
                TopicInvariants.versionsNeverGoBack(
                        List.of(published(0, 1), new Published(DEALS, 0, 1, "a", 1, "another"))),
                "I3",
                "from version 1");
    }

    @Test
    void aBatchSentAgainIsNoStepBackAndIsCounted() {
        var records = List.of(published(0, 1), published(1, 2), published(2, 1), published(3, 2), published(4, 3));

        assertThat(TopicInvariants.versionsNeverGoBack(records)).isEmpty();
        assertThat(TopicInvariants.duplicates(records)).isEqualTo(2);
        assertThat(TopicInvariants.duplicatesAreBounded(records, 1, 2)).isEmpty();
        assertCaught(TopicInvariants.duplicatesAreBounded(records, 1, 1), "I4", "2 duplicates");
    }

    @Test
    void aCentThatQueryDoesNotShowIsI5() {
        assertCaught(
                RunInvariants.exposureIsTheSum(
                        Map.of("EXIM USD paid", new BigDecimal("1.51")),
                        Map.of("EXIM USD paid", new BigDecimal("1.50"))),
                "I5",
                "EXIM USD paid is 1.51 in deals and 1.50 in query");
    }

    @Test
    void anAcknowledgedOperationWithoutEffectIsI8() {
        assertCaught(effects(operation(DONE), 0), "I8", "has 0 effects");
    }

    @Test
    void anOperationWithTwoEffectsIsI8() {
        assertCaught(effects(operation(Attempt.UNANSWERED, DONE), 2), "I8", "has 2 effects");
    }

    @Test
    void aRefusedOperationWithAnEffectIsI8() {
        var refused = new Operation("trace", "sign", false, List.of(REFUSED));

        assertCaught(effects(refused, 1), "I8", "REFUSED [409] and has 1 effects");
    }

    @Test
    void anOperationThatItsRepetitionDoesNotSettleIsI8() {
        assertCaught(effects(operation(Attempt.UNANSWERED, REFUSED), 1), "I8", "lawful");
    }

    @Test
    void aFactThatNobodyAskedForIsI8() {
        var facts = List.of(committed(2, "trace"), committed(3, "a ghost"));

        assertCaught(
                RunInvariants.eachOperationHasItsEffect(List.of(operation(DONE)), facts),
                "I8",
                "a version 3 is what no operation asked for");
    }

    @Test
    void anOffsetThatGoesBackIsI9() {
        assertCaught(
                RunInvariants.offsetsMoveForward(List.of(sample(1, 7, 9), sample(2, 6, 9))),
                "I9",
                "query on lodestone.deals-0 goes back from 7 at second 1 to 6 at second 2");
    }

    @Test
    void anOffsetPastTheEndIsI9() {
        assertCaught(RunInvariants.offsetsMoveForward(List.of(sample(1, 10, 9))), "I9", "past the end 9");
    }

    @Test
    void aBacklogThatStaysIsI11() {
        assertCaught(
                RunInvariants.itBecomesCalm(new Calm(Duration.ofSeconds(50), List.of("deals: 3 unsent"))),
                "I11",
                "deals: 3 unsent");
    }

    private static List<Violation> effects(Operation operation, int count) {
        var facts = IntStream.range(0, count)
                .mapToObj(n -> committed(2 + n, operation.trace()))
                .toList();
        return RunInvariants.eachOperationHasItsEffect(List.of(operation), facts);
    }

    private static void assertCaught(List<Violation> violations, String invariant, String what) {
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.invariant()).isEqualTo(invariant);
            assertThat(violation.what()).contains(what);
        });
    }

    private static Operation operation(Attempt... attempts) {
        return new Operation("trace", "apply", true, List.of(attempts));
    }

    private static Committed committed(long version, String trace) {
        return new Committed(DEALS, "a", version, "id-" + version, trace);
    }

    private static Published published(long offset, long version) {
        return new Published(DEALS, 0, offset, "a", version, "id-" + version);
    }

    private static Sample sample(long second, long next, long end) {
        return new Sample(second, List.of(new Stored("query", ZERO, next)), Map.of(ZERO, end));
    }
}
