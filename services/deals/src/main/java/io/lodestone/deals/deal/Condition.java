package io.lodestone.deals.deal;

import io.lodestone.contracts.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A condition precedent: the agreement is effective only when each is satisfied or waived.
 *
 * @param key         the caller's own name for it, unique in the deal
 * @param description what has to be there
 * @param status      OPEN when left out
 * @param note        the evidence, or why it was waived
 */
public record Condition(
        String key,
        Kind kind,
        String description,
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
        status = status == null ? Status.OPEN : status;
    }

    Condition satisfied(String evidence) {
        return new Condition(key, kind, description, Status.SATISFIED, evidence);
    }

    Condition waived(String reason) {
        return new Condition(key, kind, description, Status.WAIVED, reason);
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }
}
