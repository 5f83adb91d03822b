package io.lodestone.deals.hearing;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.http.Trace;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.deals.deal.By;
import java.time.Clock;
import java.util.Objects;

/** Who speaks when this service concludes one fact from another. */
final class Conclusion {

    private static final String ACTOR = "service:deals";

    private Conclusion() {}

    static By by(Clock clock) {
        return new By(ACTOR, clock.instant(), true);
    }

    /** In the trace of the fact that caused it. */
    static Provenance from(Envelope cause) {
        return new Provenance(ACTOR, Objects.requireNonNullElseGet(cause.traceparent(), Trace::fresh));
    }
}
