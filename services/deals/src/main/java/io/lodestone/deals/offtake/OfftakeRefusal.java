package io.lodestone.deals.offtake;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every reason this service says no about an offtake agreement. Mapped to HTTP in {@code OfftakeProblems}. */
public abstract sealed class OfftakeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OfftakeRefusal(String detail) {
        super(detail);
    }

    /** In words for a person. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public static final class NoSuchOfftake extends OfftakeRefusal {
        public NoSuchOfftake(UUID id) {
            super("There is no offtake agreement " + id + ", or none that you may see.");
        }
    }

    public static final class OfftakeTaken extends OfftakeRefusal {
        private final UUID offtake;

        public OfftakeTaken(String agency, String reference, UUID offtake) {
            super(agency + " has an offtake agreement " + reference + " already: " + offtake);
            this.offtake = offtake;
        }

        public UUID offtake() {
            return offtake;
        }
    }

    /** The lifecycle does not allow it. */
    public static final class IllegalOfftakeMove extends OfftakeRefusal {
        private final transient Set<OfftakeStatus> allowed;

        IllegalOfftakeMove(OfftakeStatus from, String act) {
            super("An offtake agreement that is " + from + " does not allow " + act + ".");
            this.allowed = from.next();
        }

        public List<OfftakeStatus> allowed() {
            return allowed.stream().sorted().toList();
        }
    }

    /** A field is wrong in the light of the agreement. */
    public static final class WrongOfftakeField extends OfftakeRefusal {
        private final String field;
        private final String problem;

        WrongOfftakeField(String field, String problem) {
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

    /** An import line says something else than what is known under its reference. */
    public static final class OfftakeDiffers extends OfftakeRefusal {
        public OfftakeDiffers(String reference) {
            super("The line differs from what was imported as " + reference
                    + " before, by more than new acts at its end.");
        }
    }
}
