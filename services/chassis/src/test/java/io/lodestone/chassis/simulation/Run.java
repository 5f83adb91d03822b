package io.lodestone.chassis.simulation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param failure what broke; null when all held
 * @param trace   empty when it was not asked for
 * @param marks   how often each thing worth trying happened
 */
public record Run(long seed, @Nullable Throwable failure, List<String> trace, Map<String, Integer> marks) {

    /** True when it broke just that. */
    public boolean breaks(Invariant invariant) {
        return failure instanceof Broken broken && broken.invariant() == invariant;
    }

    static Run of(World world, long seed, boolean traced) {
        var trace = new Trace(traced);
        Throwable failure = null;
        try {
            world.play(new Stage(new Chance(seed), trace));
        } catch (RuntimeException | Broken e) {
            failure = e;
        }
        return new Run(seed, failure, trace.lines(), trace.marks());
    }
}
