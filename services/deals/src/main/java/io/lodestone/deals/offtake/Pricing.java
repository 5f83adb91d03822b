package io.lodestone.deals.offtake;

import io.lodestone.contracts.Money;
import io.lodestone.deals.deal.Check;
import org.jspecify.annotations.Nullable;

/**
 * How the price is found.
 *
 * @param reference  the index or market it follows
 * @param floorPerKg the least price of one kilogram
 * @param note       what the other fields cannot say
 */
public record Pricing(
        Kind kind,
        @Nullable String reference,
        @Nullable Money floorPerKg,
        @Nullable String note) {

    public enum Kind {
        FIXED,
        INDEX,
        FLOOR,
        COST_PLUS
    }

    public Pricing {
        Check.required("kind", kind);
        Check.optionalText("reference", reference);
        Check.optionalText("note", note);
        if (floorPerKg != null) {
            floorPerKg.notNegative("floorPerKg");
        }
    }
}
