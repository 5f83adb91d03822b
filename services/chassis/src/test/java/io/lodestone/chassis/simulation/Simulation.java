package io.lodestone.chassis.simulation;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Plays a world under many seeds. {@code -Dlodestone.simulation.seeds=100000} plays more of them,
 * {@code -Dlodestone.simulation.seed=42} plays only that one and prints every step.
 *
 * @param test the test that plays it, as {@code -Dtest} wants it
 */
public record Simulation(String test, World world) {

    private static final int SEEDS = Integer.getInteger("lodestone.simulation.seeds", 750);

    private static final String RUNS = "runs";

    private static final int LINES_TOLD = 150;

    /** What is worth trying has to happen in one run out of so many. */
    private static final int SELDOM = 20;

    /**
     * Plays all seeds, or the one that was asked for.
     *
     * @param marks what has to happen often enough for this to prove anything
     * @throws AssertionError when a run breaks something: what, the last steps before it and how to replay it
     */
    public void holds(String... marks) {
        var seen = new TreeMap<String, Integer>();
        runs().forEach(run -> {
            check(run);
            seen.merge(RUNS, 1, Integer::sum);
            run.marks().keySet().forEach(mark -> seen.merge(mark, 1, Integer::sum));
        });
        int often = seen.getOrDefault(RUNS, 0) / SELDOM;
        for (var mark : marks) {
            if (seen.getOrDefault(mark, 0) < often) {
                throw new AssertionError("too seldom: " + mark + "; of all: " + seen);
            }
        }
    }

    /** Every run, without its trace; only the one that was asked for, its trace printed. */
    public Stream<Run> runs() {
        var seed = Long.getLong("lodestone.simulation.seed");
        if (seed != null) {
            var run = replay(seed);
            run.trace().forEach(System.out::println);
            System.out.println(run.failure() == null ? "all held" : run.failure());
            return Stream.of(run);
        }
        return LongStream.rangeClosed(1, SEEDS).mapToObj(next -> Run.of(world, next, false));
    }

    /** The same run again, with its trace. */
    public Run replay(long seed) {
        return Run.of(world, seed, true);
    }

    private void check(Run run) {
        var failure = run.failure();
        if (failure != null) {
            throw new AssertionError(
                    told(run.seed(), failure, replay(run.seed()).trace()), failure);
        }
    }

    private String told(long seed, Throwable failure, List<String> trace) {
        return """
                seed %d: %s
                All its steps:
                  mvn -pl services/chassis -am test -Dsurefire.failIfNoSpecifiedTests=false \\
                    -Dtest=%s -Dlodestone.simulation.seed=%d
                The last of %d:
                %s""".formatted(
                        seed,
                        failure.getMessage(),
                        test,
                        seed,
                        trace.size(),
                        String.join("\n", trace.subList(Math.max(0, trace.size() - LINES_TOLD), trace.size())));
    }
}
