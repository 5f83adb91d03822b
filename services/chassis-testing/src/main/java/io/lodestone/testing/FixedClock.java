package io.lodestone.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to go on. UTC. */
public final class FixedClock extends Clock {

    private volatile Instant now;

    private FixedClock(Instant now) {
        this.now = now;
    }

    /** @param instant ISO 8601, {@code 2026-03-01T12:00:00Z} */
    public static FixedClock at(String instant) {
        return new FixedClock(Instant.parse(instant));
    }

    /** Goes on by {@code step}, or back when it is negative. */
    public synchronized FixedClock advance(Duration step) {
        now = now.plus(step);
        return this;
    }

    /** Jumps. */
    public synchronized FixedClock set(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException for any other zone: the house lives in UTC */
    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return this;
        }
        throw new UnsupportedOperationException("the house lives in UTC, not in " + zone);
    }
}
