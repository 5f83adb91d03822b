package io.lodestone.deals.deal;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.deals.DealCondition;
import org.jspecify.annotations.Nullable;

/**
 * A condition precedent: the agreement is effective only when each is satisfied or waived.
 *
 * @param key         the caller's own name for it, unique in the deal
 * @param description what has to be there
 * @param reference   what it waits for, as a link that is followed by itself: the key of a permit of the deal's project for
 *                    kind PERMIT, the id of an offtake agreement for kind OFFTAKE; null when a person looks after it
 * @param status      OPEN when left out
 * @param note        the evidence, or why it was waived or reopened
 */
public record Condition(
        String key,
        Kind kind,
        String description,
        @Nullable String reference,
        @Nullable Status status,
        @Nullable String note) {

    public enum Kind {
        PERMIT,
        OFFTAKE,
        EQUITY,
        SECURITY,
        ENVIRONMENTAL,
        FINANCIAL,
        LEGAL,
        OTHER
    }

    public enum Status {
        OPEN,
        SATISFIED,
        WAIVED
    }

    /** @throws InvalidValue naming the part that is wrong */
    public Condition {
        Check.text("key", key, 60);
        if (!key.matches("[a-z0-9][a-z0-9-]*")) {
            throw new InvalidValue("key", "must be lower case letters, digits and dashes");
        }
        Check.required("kind", kind);
        Check.text("description", description);
        if (reference != null) {
            Check.text("reference", reference, 100);
            if (kind != Kind.PERMIT && kind != Kind.OFFTAKE) {
                throw new InvalidValue("reference", "is for conditions of kind PERMIT and OFFTAKE");
            }
        }
        status = status == null ? Status.OPEN : status;
    }

    /** A condition that a person looks after. */
    public Condition(String key, Kind kind, String description, @Nullable Status status, @Nullable String note) {
        this(key, kind, description, null, status, note);
    }

    static Condition of(DealCondition agreed) {
        return new Condition(
                agreed.key(), Kind.valueOf(agreed.kind()), agreed.description(), agreed.reference(), Status.OPEN, null);
    }

    DealCondition agreed() {
        return new DealCondition(key, kind.name(), description, reference);
    }

    Condition satisfied(String evidence) {
        return new Condition(key, kind, description, reference, Status.SATISFIED, evidence);
    }

    Condition waived(String reason) {
        return new Condition(key, kind, description, reference, Status.WAIVED, reason);
    }

    Condition reopened(String reason) {
        return new Condition(key, kind, description, reference, Status.OPEN, reason);
    }

    /** True when it waits for just this. */
    public boolean waitsFor(Kind wanted, String name) {
        return kind == wanted && name.equals(reference);
    }

    public boolean isSatisfied() {
        return status == Status.SATISFIED;
    }

    /** Nobody has said yet that it is met or waived. */
    boolean isUntouched() {
        return isOpen() && note == null;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }
}
