package io.lodestone.deals.offtake;

import io.lodestone.deals.deal.Check;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All that can be done to an offtake agreement; the fields are the request bodies'. */
public sealed interface OfftakeAct {

    @Nullable
    LocalDate effectiveOn();

    record Sign(@Nullable LocalDate effectiveOn) implements OfftakeAct {}

    record BringInForce(@Nullable LocalDate effectiveOn) implements OfftakeAct {}

    record Terminate(String reason, @Nullable LocalDate effectiveOn) implements OfftakeAct {
        public Terminate {
            Check.text("reason", reason);
        }
    }

    record Abandon(String reason, @Nullable LocalDate effectiveOn) implements OfftakeAct {
        public Abandon {
            Check.text("reason", reason);
        }
    }
}
