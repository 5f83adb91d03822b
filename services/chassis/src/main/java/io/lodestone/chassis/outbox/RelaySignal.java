package io.lodestone.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process when a commit left something to send. Losing a signal costs one poll interval, no fact. */
@ApplicationScoped
class RelaySignal {

    private final Semaphore work = new Semaphore(0);

    Synchronization afterCommit() {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before the commit
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wake();
                }
            }
        };
    }

    void wake() {
        work.release();
    }

    /** Returns at the next signal, or after {@code atMost}. */
    void await(Duration atMost) throws InterruptedException {
        if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }
}
