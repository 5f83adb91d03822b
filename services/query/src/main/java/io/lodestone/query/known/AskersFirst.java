package io.lodestone.query.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Work that can wait makes room while somebody waits for an answer: an answer takes milliseconds, a rebuild minutes. */
@ApplicationScoped
public class AskersFirst {

    private static final long LOOK_NANOS = 250_000;
    private static final Duration WORK_MIN = Duration.ofMillis(1);
    private static final Duration WAIT_MAX = Duration.ofMillis(20);

    private final Clock clock;
    private final AtomicInteger asking = new AtomicInteger();

    AskersFirst(Clock clock) {
        this.clock = clock;
    }

    /** Somebody waits for an answer, until {@link #end}. */
    void begin() {
        asking.incrementAndGet();
    }

    void end() {
        asking.decrementAndGet();
    }

    /** For one thread of work that can wait. */
    public Turns turns() {
        return new Turns();
    }

    private boolean isAsked() {
        return asking.get() > 0;
    }

    /** Takes turns with those who ask. */
    public final class Turns {

        private Instant workedFrom = clock.instant();

        /**
         * Waits while somebody asks, but for no longer than was worked since the last time: the work takes twice as long at
         * most, however many ask.
         */
        public void letAskersGoFirst() {
            if (!isAsked()) {
                return;
            }
            var begin = clock.instant();
            var worked = Duration.between(workedFrom, begin);
            if (worked.compareTo(WORK_MIN) < 0) {
                return;
            }
            var until = begin.plus(worked.compareTo(WAIT_MAX) < 0 ? worked : WAIT_MAX);
            while (isAsked() && clock.instant().isBefore(until)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            workedFrom = clock.instant();
        }
    }
}
