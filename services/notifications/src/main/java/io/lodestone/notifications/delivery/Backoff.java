package io.lodestone.notifications.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: soon at first, then ever more seldom, over about three days. Each pause is drawn from 80 to 120 % of
 * its length, so that what failed together does not come back together.
 */
public final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    /** After this many failed attempts there is no other. */
    public static final int ATTEMPTS_MAX = PAUSES.size() + 1;

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The next try, or empty when enough have failed.
     *
     * @param failed attempts so far, 1 or more
     * @param last   when the last one began
     */
    public Optional<Instant> next(int failed, Instant last) {
        if (failed > PAUSES.size()) {
            return Optional.empty();
        }
        long millis = PAUSES.get(failed - 1).toMillis();
        long least = millis * 8 / 10;
        long most = millis * 12 / 10;
        return Optional.of(last.plusMillis(random.nextLong(least, most + 1)));
    }
}
