package io.lodestone.chassis.simulation;

import java.util.List;
import java.util.Random;

/** All chance of one run. The same seed gives the same numbers on every JDK: {@link Random} is specified to the bit. */
public final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbouring seeds would begin alike
    }

    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0 to {@code bound - 1}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
