package io.lodestone.deals.deal;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Agency;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every reason this service says no about a deal. Mapped to HTTP in one place, {@code DealProblems}. */
public abstract sealed class DealRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DealRefusal(String detail) {
        super(detail);
    }

    /** In words for a person. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public static final class NoSuchDeal extends DealRefusal {
        public NoSuchDeal(UUID id) {
            super("There is no deal " + id + ", or none that you may see.");
        }
    }

    public static final class ReferenceTaken extends DealRefusal {
        private final UUID deal;

        public ReferenceTaken(String agency, String reference, UUID deal) {
            super(agency + " has a deal " + reference + " already: " + deal);
            this.deal = deal;
        }

        public UUID deal() {
            return deal;
        }
    }

    /** Something is named that is not there, or that the caller may not see. */
    public static final class ReferenceUnknown extends DealRefusal {
        private final String field;
        private final String what;

        private ReferenceUnknown(String field, String what, String detail) {
            super(detail);
            this.field = field;
            this.what = what;
        }

        /** A project may still be on its way. */
        public ReferenceUnknown(String field, String value) {
            this(
                    field,
                    "project",
                    "No project " + value + " is known here. Register it first; if you just did, try again.");
        }

        /** @param what in a word: deal, package, offtake agreement */
        public static ReferenceUnknown of(String what, String field, String value) {
            return new ReferenceUnknown(
                    field, what, "There is no " + what + " " + value + ", or none that you may see.");
        }

        public String field() {
            return field;
        }

        public String what() {
            return what;
        }
    }

    /** The lifecycle does not allow it. */
    public static final class IllegalMove extends DealRefusal {
        private final transient Set<DealStatus> allowed;

        IllegalMove(DealStatus from, String act) {
            super("A deal that is " + from + " does not allow " + act + ".");
            this.allowed = from.next();
        }

        /** Where the deal may go from where it is. */
        public List<DealStatus> allowed() {
            return allowed.stream().sorted().toList();
        }
    }

    /** More would move than the figures allow. */
    public static final class OverDraw extends DealRefusal {
        private final String rule;

        OverDraw(String rule, Money asked, Money most) {
            super(asked + " is more than the " + most + " that " + rule + " leaves.");
            this.rule = rule;
        }

        public String rule() {
            return rule;
        }
    }

    public static final class OpenConditions extends DealRefusal {
        private final transient List<String> keys;

        OpenConditions(List<String> keys) {
            super("Conditions precedent are open: " + String.join(", ", keys) + ". Satisfy or waive them first.");
            this.keys = keys;
        }

        public List<String> keys() {
            return keys;
        }
    }

    public static final class NoSuchCondition extends DealRefusal {
        NoSuchCondition(String key) {
            super("The deal has no open condition " + key + ".");
        }
    }

    public static final class StillOwed extends DealRefusal {
        StillOwed(Money owed) {
            super("The deal cannot be closed while " + owed + " is outstanding.");
        }
    }

    public static final class FourEyes extends DealRefusal {
        FourEyes(String person) {
            super(person + " submitted this deal and may not decide on it. Ask another approver.");
        }
    }

    /** A field is wrong in the light of the deal. */
    public static final class WrongField extends DealRefusal {
        private final String field;
        private final String problem;

        public WrongField(String field, String problem) {
            super(field + " " + problem);
            this.field = field;
            this.problem = problem;
        }

        static WrongField notYet(LocalDate today) {
            return new WrongField("effectiveOn", "must not be after today, " + today);
        }

        static WrongField tooEarly(int year) {
            return new WrongField("effectiveOn", "must not be before the year " + year);
        }

        public String field() {
            return field;
        }

        public String problem() {
            return problem;
        }
    }

    /** A statutory rule does not let the act pass, or not yet. */
    public static final class RuleBlocks extends DealRefusal {
        private final String rule;
        private final String citation;
        private final @Nullable LocalDate until;

        public RuleBlocks(String rule, String citation, @Nullable LocalDate until, String detail) {
            super(detail + " An approver who did not submit the deal may override " + rule + ", with a reason.");
            this.rule = rule;
            this.citation = citation;
            this.until = until;
        }

        public String rule() {
            return rule;
        }

        public String citation() {
            return citation;
        }

        /** The first day on which the clock is over; null when none is running. */
        public @Nullable LocalDate until() {
            return until;
        }
    }

    public static final class NoSuchRule extends DealRefusal {
        public NoSuchRule(String rule, Agency agency) {
            super("No rule " + rule + " binds deals of " + agency + ". GET /v1/rules has the rules.");
        }
    }

    /** An import line says something else than what is known under its reference. */
    public static final class ImportDiffers extends DealRefusal {
        public ImportDiffers(String reference) {
            super("The line differs from what was imported as " + reference
                    + " before, by more than new acts at its end. Use the deal's own endpoints to change it.");
        }
    }
}
