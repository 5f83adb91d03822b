package io.lodestone.deals.limiting;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/deals/{id}/limit-checks}.
 *
 * @param amount what would be approved; the headline, or what is approved or signed, when left out
 * @param hold   true to reserve the headroom
 * @param days   how many days after today the hold counts, 1 to 90, 30 when left out
 */
record CheckLimits(
        @Nullable Money amount,
        @Nullable Boolean hold,
        @Nullable Integer days) {

    private static final int DAYS_MAX = 90;
    private static final int DAYS_USUAL = 30;

    /** @throws InvalidValue naming the field that is wrong */
    CheckLimits {
        if (amount != null) {
            amount.positive("amount");
        }
        if (days != null && (days < 1 || days > DAYS_MAX)) {
            throw new InvalidValue("days", "must be from 1 to " + DAYS_MAX);
        }
        if (days != null && (hold == null || !hold)) {
            throw new InvalidValue("days", "goes with hold: true");
        }
    }

    boolean wantsHold() {
        return hold != null && hold;
    }

    int daysOfHold() {
        return days == null ? DAYS_USUAL : days;
    }
}
