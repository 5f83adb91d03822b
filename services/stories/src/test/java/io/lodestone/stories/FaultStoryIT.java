package io.lodestone.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Evidence;
import io.lodestone.stories.invariants.InvariantChecker;
import io.lodestone.stories.invariants.Operation;
import io.lodestone.stories.invariants.TopicInvariants;
import io.lodestone.stories.invariants.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Services, broker and PostgreSQL are killed and paused at random moments under load. Then the invariants are checked.
 * {@code -Dlodestone.faults.seed} repeats a schedule, {@code -Dlodestone.faults.seconds} says how long the faults last.
 */
@ExtendWith(OverLodestone.class)
class FaultStoryIT {

    private static final int SECONDS = Integer.getInteger("lodestone.faults.seconds", 40);
    private static final long SEED = Long.getLong("lodestone.faults.seed", new Random().nextLong(1_000_000));

    /** So that facts of the last fault are followed by others. */
    private static final Duration QUIET_AT_THE_END = Duration.ofSeconds(2);

    private final Lodestone lodestone;

    FaultStoryIT(Lodestone lodestone) {
        this.lodestone = lodestone;
    }

    @Test
    void noFaultUnderLoadBreaksAnInvariant() throws Exception {
        System.out.println("Faults: seed " + SEED + ", " + SECONDS + " s; again with -Dlodestone.faults.seed=" + SEED
                + " -Dlodestone.faults.seconds=" + SECONDS);
        var projects = List.of(Loans.mine(lodestone), Loans.mine(lodestone), Loans.mine(lodestone));
        var faults = new Faults(lodestone);
        try (var watch = new Watch(lodestone);
                var load = new Load(lodestone, SEED, projects)) {
            faults.happen(Fault.schedule(SEED, SECONDS), Duration.ofSeconds(SECONDS));
            TimeUnit.NANOSECONDS.sleep(QUIET_AT_THE_END.toNanos());
            load.stop();
            var calming = new Calming(lodestone);
            var calm = calming.await(faults.mended());
            int settled = load.settle();
            var atTheEnd = calming.await(System.nanoTime());

            var run = new Collector(lodestone)
                    .collect(projects, watch.samples(), load.operations(), faults.kills() + faults.pauses(), calm);
            assertThat(atTheEnd.missing()).as("after all is settled").isEmpty();

            tell(faults, settled, run);
            assertThat(InvariantChecker.violations(run)).as("seed " + SEED).isEmpty();
            assertThat(faults.unexpected()).as("seed " + SEED).isEmpty();
        }
    }

    private static void tell(Faults faults, int settled, Evidence run) {
        var outcomes =
                run.operations().stream().collect(Collectors.groupingBy(Operation::outcome, Collectors.counting()));
        System.out.println("Faults: " + faults.kills() + " kills, " + faults.pauses() + " pauses; "
                + run.operations().size() + " operations " + outcomes + ", " + settled + " settled by repeating; "
                + run.committed().size() + " facts, " + run.published().size() + " records, doubled "
                + TopicInvariants.duplicatesByTopic(run.published()) + "; "
                + run.samples().size()
                + " samples of offsets; calm " + run.calm().after().toMillis() + " ms after the last fault");
        InvariantChecker.violations(run).stream()
                .collect(Collectors.groupingBy(Violation::invariant))
                .forEach((id, violations) -> {
                    System.out.println("Faults: " + id + " broken " + violations.size() + " times");
                    violations.stream().limit(10).forEach(violation -> System.out.println("  " + violation));
                });
    }
}
