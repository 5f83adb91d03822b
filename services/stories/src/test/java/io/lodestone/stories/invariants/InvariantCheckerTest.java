package io.lodestone.stories.invariants;

import static io.lodestone.stories.invariants.Planted.DEAL;
import static io.lodestone.stories.invariants.Planted.DEALS;
import static io.lodestone.stories.invariants.Planted.attempt;
import static io.lodestone.stories.invariants.Planted.committed;
import static io.lodestone.stories.invariants.Planted.operation;
import static io.lodestone.stories.invariants.Planted.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Course.Calm;
import io.lodestone.stories.invariants.Course.Measured;
import io.lodestone.stories.invariants.Course.Partition;
import io.lodestone.stories.invariants.Course.Quantity;
import io.lodestone.stories.invariants.Course.Sample;
import io.lodestone.stories.invariants.Course.Stored;
import io.lodestone.stories.invariants.Evidence.Asked;
import io.lodestone.stories.invariants.Evidence.Balance;
import io.lodestone.stories.invariants.Evidence.Delivery;
import io.lodestone.stories.invariants.Evidence.Figures;
import io.lodestone.stories.invariants.Evidence.Heard;
import io.lodestone.stories.invariants.Evidence.Hearing;
import io.lodestone.stories.invariants.Evidence.Ledger;
import io.lodestone.stories.invariants.Evidence.Letter;
import io.lodestone.stories.invariants.Evidence.Rebuild;
import io.lodestone.stories.invariants.Evidence.Subscription;
import io.lodestone.stories.invariants.Evidence.Told;
import io.lodestone.stories.invariants.Evidence.Webhooks;
import io.lodestone.stories.invariants.Evidence.Window;
import io.lodestone.stories.invariants.Operation.Attempt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checker asks for every invariant; what each of them bites on is in the tests beside this one. */
class InvariantCheckerTest {

    private static final Partition ZERO = new Partition(DEALS, 0);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aRunAsItShouldBeHasNoViolations() {
        var told = new Told(
                List.of(committed(1, "first"), committed(2, "second")),
                List.of(published(0, 1), published(1, 1), published(2, 2)),
                List.of(new Hearing("query", DEALS)),
                List.of(new Heard("query", DEAL, 2)));
        var asked = new Asked(
                List.of(
                        operation("first", attempt(201, 1)),
                        operation("second", Attempt.unanswered(2), attempt(200, 2)),
                        new Operation(DEALS, "third", "sign", false, List.of(attempt(409, 0)))),
                Map.of(DEAL, 2L),
                List.of(new Window(5, 15)));
        var figures = new Figures(
                Map.of("EXIM USD paid", new BigDecimal("1.50")),
                Map.of("EXIM USD paid", new BigDecimal("1.5"), "DFC USD paid", BigDecimal.ZERO));
        var webhooks = new Webhooks(
                List.of(new Subscription("s", "io.lodestone.deals.")),
                List.of(delivery("d", "id-1"), delivery("e", "id-2")),
                List.of(new Letter("d", "id-1", true), new Letter("e", "id-2", true)));
        var course = new Course(
                List.of(sample(1, 0), sample(3, 0)), 1, new Calm(Duration.ofSeconds(5), MINUTE, List.of()), List.of());

        assertThat(InvariantChecker.violations(new Evidence(
                        told,
                        asked,
                        figures,
                        new Ledger(List.of(), List.of()),
                        webhooks,
                        course,
                        new Rebuild("SWAPPED", ""))))
                .isEmpty();
    }

    @Test
    void aRunWithEverythingWrongHasEveryViolation() {
        var told = new Told(
                List.of(committed(1, "trace"), committed(4, "ghost")),
                List.of(published(0, 3), published(1, 3), published(2, 1)),
                List.of(new Hearing("query", DEALS)),
                List.of());
        var asked = new Asked(
                List.of(operation("trace", Attempt.unanswered(10), attempt(200, 7))),
                Map.of(DEAL, 2L),
                List.of(new Window(5, 15)));
        var figures = new Figures(Map.of("EXIM USD paid", BigDecimal.ONE), Map.of());
        var ledger = new Ledger(List.of(), List.of(new Balance("s", "ON_HAND:y", BigDecimal.ONE)));
        var webhooks = new Webhooks(List.of(new Subscription("s", "io.lodestone.deals.")), List.of(), List.of());
        var course = new Course(
                List.of(sample(3, 0), sample(1, 1)),
                0,
                new Calm(Duration.ofSeconds(90), MINUTE, List.of("query is not ready")),
                List.of("deals: ERROR"));

        assertThat(InvariantChecker.violations(new Evidence(
                        told, asked, figures, ledger, webhooks, course, new Rebuild("FAILED", "no topic"))))
                .extracting(Violation::invariant)
                .contains("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12", "I13", "OUTAGE");
    }

    private static Delivery delivery(String id, String event) {
        return new Delivery(id, "s", event, Delivery.Status.DELIVERED, "");
    }

    private static Sample sample(long next, long parked) {
        return new Sample(
                next,
                List.of(new Stored("query", ZERO, next)),
                Map.of(ZERO, 3L),
                List.of(new Measured("query", Quantity.PARKED_FACTS, parked)));
    }
}
