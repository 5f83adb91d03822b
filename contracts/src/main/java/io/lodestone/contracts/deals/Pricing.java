package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import org.jspecify.annotations.Nullable;

/**
 * How the price of a kilogram is found. {@code kind} says which of the four ways; each has its own fields. What an
 * agreement does not disclose is left out. Constructors throw InvalidValue naming the field that is wrong.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pricing.Fixed.class, name = "FIXED"),
    @JsonSubTypes.Type(value = Pricing.Index.class, name = "INDEX"),
    @JsonSubTypes.Type(value = Pricing.Floor.class, name = "FLOOR"),
    @JsonSubTypes.Type(value = Pricing.CostPlus.class, name = "COST_PLUS")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Pricing {

    /** What the other fields cannot say. */
    @Nullable
    String note();

    /**
     * One price for the whole term.
     *
     * @param pricePerKg the price of one kilogram
     * @param note       what the other fields cannot say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fixed(@Nullable Money pricePerKg, @Nullable String note) implements Pricing {
        public Fixed {
            notNegative("pricePerKg", pricePerKg);
            text("note", note);
        }
    }

    /**
     * The price follows an index.
     *
     * @param reference    the index or market it follows
     * @param premiumPerKg what is added to the index, negative for a discount
     * @param note         what the other fields cannot say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Index(
            String reference,
            @Nullable Money premiumPerKg,
            @Nullable String note) implements Pricing {
        public Index {
            if (reference == null) {
                throw new InvalidValue("reference", "is missing: name the index or market the price follows");
            }
            text("reference", reference);
            text("note", note);
        }
    }

    /**
     * The price follows a market, and never falls below a floor.
     *
     * @param reference     the index or market it follows
     * @param floorPerKg    the least price of one kilogram
     * @param ceilingPerKg  the highest price of one kilogram, not below the floor
     * @param upsideShare   part of what the market pays above the floor that goes to the buyer or guarantor
     * @param note          what the other fields cannot say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Floor(
            @Nullable String reference,
            @Nullable Money floorPerKg,
            @Nullable Money ceilingPerKg,
            @Nullable Share upsideShare,
            @Nullable String note)
            implements Pricing {
        public Floor {
            text("reference", reference);
            notNegative("floorPerKg", floorPerKg);
            notNegative("ceilingPerKg", ceilingPerKg);
            if (floorPerKg != null && ceilingPerKg != null) {
                if (!floorPerKg.currency().equals(ceilingPerKg.currency())) {
                    throw new InvalidValue("ceilingPerKg.currency", "must be the floor's, " + floorPerKg.currency());
                }
                if (floorPerKg.exceeds(ceilingPerKg)) {
                    throw new InvalidValue("ceilingPerKg.amount", "must not be below the floor, " + floorPerKg);
                }
            }
            text("note", note);
        }
    }

    /**
     * The seller's cost and a margin.
     *
     * @param marginShare percent on top of the cost
     * @param marginPerKg amount on top of the cost of one kilogram
     * @param note        what the other fields cannot say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CostPlus(
            @Nullable Share marginShare,
            @Nullable Money marginPerKg,
            @Nullable String note) implements Pricing {
        public CostPlus {
            if (marginShare != null && marginPerKg != null) {
                throw new InvalidValue("marginPerKg", "cannot stand beside marginShare: give one of them");
            }
            notNegative("marginPerKg", marginPerKg);
            text("note", note);
        }
    }

    private static void notNegative(String field, @Nullable Money price) {
        if (price != null) {
            price.notNegative(field);
        }
    }

    private static void text(String field, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > 2000)) {
            throw new InvalidValue(field, "must have 1 to 2000 characters");
        }
    }
}
