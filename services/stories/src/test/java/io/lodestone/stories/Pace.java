package io.lodestone.stories;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How much slower than a calm one this machine is just now: a story may not be alone on it. */
final class Pace {

    /** With so many who want it, a processor is as good as calm: the platform under load alone makes some. */
    private static final double CALM_LOAD_PER_PROCESSOR = 3;

    private static final double SLOWEST = 10;

    private Pace() {}

    /** The time that takes here what takes {@code calm} on a calm machine. */
    static Duration stretched(Duration calm) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        double load = system.getSystemLoadAverage() / system.getAvailableProcessors() / CALM_LOAD_PER_PROCESSOR;
        return Duration.ofMillis((long) (calm.toMillis() * Math.clamp(load, 1, SLOWEST)));
    }
}
