package io.lodestone.deals.offtake;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.deals.Pricing;
import io.lodestone.deals.deal.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that can be done to an offtake agreement; the fields are the request bodies'. {@code effectiveOn} is the day the act
 * took effect, today when left out. Constructors throw InvalidValue naming the field that is wrong.
 */
public sealed interface OfftakeAct {

    @Nullable
    LocalDate effectiveOn();

    record Sign(@Nullable LocalDate effectiveOn) implements OfftakeAct {}

    record BringInForce(@Nullable LocalDate effectiveOn) implements OfftakeAct {}

    /** The terms that change, each with its new value; see {@link Agreement} for units and ranges. */
    record Amend(
            @Nullable String product,
            @Nullable String grade,
            @Nullable Tonnes tonnesPerYear,
            @Nullable List<Tonnes> tonnesByYear,
            @Nullable LocalDate startsOn,
            @Nullable Integer years,
            @Nullable Share takeOrPayShare,
            @Nullable Pricing pricing,
            Agreement.@Nullable EndUse endUse,
            String reason,
            @Nullable LocalDate effectiveOn)
            implements OfftakeAct {
        public Amend {
            Check.text("reason", reason);
            if (Stream.of(product, grade, tonnesPerYear, tonnesByYear, startsOn, years, takeOrPayShare, pricing, endUse)
                    .allMatch(Objects::isNull)) {
                throw new InvalidValue("tonnesPerYear", "is missing: say at least one term that changes");
            }
        }
    }

    /**
     * What the seller handed over.
     *
     * @param tonnes      more than zero; less than zero to correct an earlier report, then with a reason
     * @param deliveredOn the day it changed hands
     */
    record Deliver(
            Tonnes tonnes,
            LocalDate deliveredOn,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn) implements OfftakeAct {
        public Deliver {
            Check.required("tonnes", tonnes);
            Check.required("deliveredOn", deliveredOn);
            Check.optionalText("reason", reason);
            if (tonnes.value().signum() == 0) {
                throw new InvalidValue("tonnes", "must not be zero");
            }
            if (tonnes.isNegative() && reason == null) {
                throw new InvalidValue("reason", "is missing: say which report is corrected, and why");
            }
            effectiveOn = effectiveOn == null ? deliveredOn : effectiveOn;
        }
    }

    /** @param cureBy last day to end the dispute */
    record Dispute(
            String reason, LocalDate cureBy, @Nullable LocalDate effectiveOn) implements OfftakeAct {
        public Dispute {
            Check.text("reason", reason);
            Check.required("cureBy", cureBy);
        }
    }

    /** @param cureBy last day to end the dispute from now on, later than before */
    record ExtendCure(
            LocalDate cureBy, String reason, @Nullable LocalDate effectiveOn) implements OfftakeAct {
        public ExtendCure {
            Check.required("cureBy", cureBy);
            Check.text("reason", reason);
        }
    }

    record Cure(@Nullable String note, @Nullable LocalDate effectiveOn) implements OfftakeAct {
        public Cure {
            Check.optionalText("note", note);
        }
    }

    record Fulfil(@Nullable LocalDate effectiveOn) implements OfftakeAct {}

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
