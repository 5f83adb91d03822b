package io.lodestone.deals.limit;

import io.lodestone.contracts.limits.LimitUse;
import java.math.BigDecimal;
import java.util.UUID;

/** Every reason this service says no about a limit. Mapped to HTTP in one place, {@code LimitProblems}. */
public abstract sealed class LimitRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LimitRefusal(String detail) {
        super(detail);
    }

    /** In words for a person. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** More is asked for than a limit leaves. */
    public static final class LimitExceeded extends LimitRefusal {
        private final UUID limit;
        private final transient LimitTerms terms;
        private final transient LimitUse use;
        private final BigDecimal requested;

        LimitExceeded(Gauge gauge, Bucket bucket) {
            super("The limit \"" + gauge.terms().title() + "\" leaves no room for "
                    + bucket.requested().toPlainString() + " "
                    + gauge.threshold().currency()
                    + " more. Ask for less, release a hold, or have the limit changed by who owns it.");
            this.limit = gauge.id();
            this.terms = gauge.terms();
            this.requested = bucket.requested();
            this.use = bucket.before(gauge);
        }

        public UUID limit() {
            return limit;
        }

        public LimitTerms terms() {
            return terms;
        }

        /** Before what was asked for. */
        public LimitUse use() {
            return use;
        }

        /** In the limit's currency. */
        public BigDecimal requested() {
            return requested;
        }
    }

    public static final class NoSuchLimit extends LimitRefusal {
        public NoSuchLimit(UUID id) {
            super("There is no limit " + id + ".");
        }
    }

    public static final class NoSuchHold extends LimitRefusal {
        public NoSuchHold(UUID hold) {
            super("The deal has no hold " + hold + " that is still in force.");
        }
    }

    /** Headroom is held for what is not decided yet. */
    public static final class NothingToHold extends LimitRefusal {
        NothingToHold(String status) {
            super("A deal that is " + status + " needs no hold: its amounts count by themselves. Ask without hold.");
        }
    }

    /** A field is wrong in the light of the other limits. */
    public static final class WrongTerm extends LimitRefusal {
        private final String field;
        private final String problem;

        public WrongTerm(String field, String problem) {
            super(field + " " + problem);
            this.field = field;
            this.problem = problem;
        }

        public String field() {
            return field;
        }

        public String problem() {
            return problem;
        }
    }
}
