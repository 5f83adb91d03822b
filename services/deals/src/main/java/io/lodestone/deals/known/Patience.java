package io.lodestone.deals.known;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What is not known yet may be on its way: a few callers at a time wait up to two seconds for its fact. */
@ApplicationScoped
class Patience {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int WAITERS_MAX = 8;

    private final Semaphore waiters = new Semaphore(WAITERS_MAX);
    private final Missing missing;

    Patience(Missing missing) {
        this.missing = missing;
    }

    /** @param wanted what is looked for, so that it is waited for once in a while only */
    <T> Optional<T> await(String wanted, Supplier<Optional<T>> look) {
        var found = look.get();
        if (found.isPresent() || missing.isFresh(wanted) || !waiters.tryAcquire()) {
            return found;
        }
        try {
            for (long left = PATIENCE.dividedBy(STEP); left > 0 && found.isEmpty(); left--) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP.toMillis()));
                found = QuarkusTransaction.requiringNew().call(look::get);
            }
            if (found.isEmpty()) {
                missing.note(wanted);
            }
            return found;
        } finally {
            waiters.release();
        }
    }
}
