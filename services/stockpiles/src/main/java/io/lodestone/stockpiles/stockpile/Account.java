package io.lodestone.stockpiles.stockpile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the ledger where tonnes can be. The supplier's account is the world outside: it goes below zero by all that
 * ever came in. No other account may.
 *
 * @param lot   the lot, for accounts that hold lots
 * @param place where it lies, for whom it is reserved, or what it is
 */
public record Account(
        Kind kind, @Nullable UUID lot, @Nullable String place) {

    /** The kinds of accounts. Only the first is not the custodian's. */
    public enum Kind {
        SUPPLIER,
        IN_TRANSIT,
        ON_HAND,
        RESERVED,
        RELEASED,
        LOST
    }

    /** The world outside, apart for each substance: tonnes of two bases never meet in one balance. */
    public static Account supplier(Substance substance) {
        return new Account(
                Kind.SUPPLIER,
                null,
                substance.mineral() + "/" + substance.form() + "/" + substance.grade() + "/" + substance.basis());
    }

    public static Account onHand(UUID lot, String location) {
        return new Account(Kind.ON_HAND, lot, location);
    }

    public boolean mayGoNegative() {
        return kind == Kind.SUPPLIER;
    }

    /** One text for one account: kind, lot and place, as far as it has them, with colons between. */
    public String key() {
        return kind.name() + (lot == null ? "" : ":" + lot) + (place == null ? "" : ":" + place);
    }
}
