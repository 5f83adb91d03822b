package io.lodestone.query.rebuilding;

import static io.lodestone.contracts.exposure.ExposureEvent.EXPOSURE;

import io.lodestone.chassis.http.Trace;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.contracts.exposure.ExposureEvent.ReadModelSwapped;
import io.lodestone.query.known.ledger.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells that another generation answers, in the transaction in which it begins to. The rebuild is the subject. */
@ApplicationScoped
class Swaps {

    private final Outbox outbox;
    private final Clock clock;

    Swaps(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The rebuild found no difference. */
    void equal(UUID rebuild, Generation live, Generation former) {
        tell(rebuild, 1, live, former, "EQUAL", new Decision("service:query", null));
    }

    void accepted(UUID rebuild, Generation live, Generation former, Decision decision) {
        tell(rebuild, 1, live, former, "ACCEPTED", decision);
    }

    void rolledBack(UUID rebuild, Generation live, Generation former, Decision decision) {
        tell(rebuild, 2, live, former, "ROLLED_BACK", decision);
    }

    /** Who decided so, and in what words. */
    record Decision(String by, @Nullable String reason) {}

    private void tell(UUID rebuild, long version, Generation live, Generation former, String why, Decision decision) {
        var now = clock.instant();
        outbox.add(
                EXPOSURE,
                new ReadModelSwapped(
                        rebuild,
                        version,
                        now,
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        live.id(),
                        former.id(),
                        why,
                        decision.reason()),
                new Provenance(decision.by(), Trace.fresh()));
    }
}
