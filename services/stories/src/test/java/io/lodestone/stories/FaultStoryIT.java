package io.lodestone.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Course;
import io.lodestone.stories.invariants.Evidence;
import io.lodestone.stories.invariants.InvariantChecker;
import io.lodestone.stories.invariants.Operation;
import io.lodestone.stories.invariants.TopicInvariants;
import io.lodestone.stories.invariants.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Under load the broker stays away for a while, a sleeping leader is overtaken, and then services, broker and PostgreSQL
 * are killed and paused at random moments. Then the invariants are checked. {@code -Dlodestone.faults.seed} repeats a
 * schedule, {@code -Dlodestone.faults.seconds} says how long the faults by chance last.
 */
@ExtendWith(OverLodestone.class)
class FaultStoryIT {

    private static final int SECONDS = Integer.getInteger("lodestone.faults.seconds", 40);
    private static final long SEED = Long.getLong("lodestone.faults.seed", new Random().nextLong(1_000_000));
    private static final Duration OUTAGE = Duration.ofSeconds(Math.clamp(SECONDS / 10, 20, 60));
    private static final Duration ALL_PROMISED = Duration.ofMinutes(10);
    private static final String AGAIN = "again, as services/stories/README.md says: -Dlodestone.faults.seed=" + SEED
            + " -Dlodestone.faults.seconds=" + SECONDS;

    /** So that facts of the last fault are followed by others. */
    private static final Duration QUIET_AT_THE_END = Duration.ofSeconds(2);

    private final Lodestone lodestone;

    FaultStoryIT(Lodestone lodestone) {
        this.lodestone = lodestone;
    }

    @Test
    void noFaultUnderLoadBreaksAnInvariant() throws Exception {
        System.out.println("Faults: " + AGAIN);
        var ground = Ground.prepare(lodestone);
        var logs = new ServiceLogs(lodestone);
        var faults = new Faults(lodestone);
        try (var receivers = new Receivers(lodestone);
                var watch = new Watch(lodestone);
                var load = new Load(lodestone, SEED, ground);
                var databases = new Databases(lodestone)) {
            faults.happen(Fault.promised(OUTAGE), ALL_PROMISED);
            faults.happen(Fault.schedule(SEED, SECONDS, OUTAGE), Duration.ofSeconds(SECONDS));
            receivers.mend();
            TimeUnit.NANOSECONDS.sleep(QUIET_AT_THE_END.toNanos());
            load.stop();
            var calming = new Calming(lodestone, receivers);
            var calm = calming.await(faults.mended());
            int settled = load.settle();
            var settledCalm = calming.await(System.nanoTime());

            var collector = new Collector(lodestone, databases);
            var told = collector.told();
            var run = new Evidence(
                    told,
                    collector.asked(load.operations(), told.committed(), faults.withoutBroker()),
                    new Exposures(lodestone).collect(databases, ground.projects()),
                    collector.ledger(),
                    receivers.collect(databases),
                    new Course(watch.samples(), faults.count(), calm, logs.errors()),
                    new Rebuilding(lodestone).rebuild()); // last: that it is live is a fact too
            System.out.println("Faults: " + faults + ", " + settled + " commands settled by repeating; " + receivers);
            judge(run);
            assertThat(settledCalm.missing()).as(AGAIN).isEmpty();
            assertThat(faults.unexpected()).as(AGAIN).isEmpty();
        }
    }

    private static void judge(Evidence run) {
        var told = run.told();
        System.out.println("Faults: " + run.asked().operations().size() + " operations "
                + counted(run.asked().operations(), Operation::outcome) + "; facts "
                + counted(told.committed(), fact -> fact.subject().topic()) + ", "
                + told.published().size() + " records, doubled "
                + TopicInvariants.duplicatesByTopic(told.published()) + "; "
                + run.ledger().movements().size() + " movements; "
                + run.course().samples().size() + " samples; calm "
                + run.course().calm().after().toMillis() + " ms after the last fault");
        var violations = InvariantChecker.violations(run);
        System.out.println("Faults: violations " + counted(violations, Violation::invariant));
        assertThat(violations).as(AGAIN).isEmpty();
    }

    private static <T, K> Map<K, Long> counted(List<T> things, Function<T, K> kind) {
        return things.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
    }
}
