package io.lodestone.deals.deal;

import io.lodestone.deals.deal.DealRefusal.WrongField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and when it is recorded.
 *
 * @param actor     the person, from the token
 * @param now       UTC
 * @param recording true when the actor writes down what others did, as an import does
 */
public record By(String actor, Instant now, boolean recording) {

    private static final int FIRST_YEAR = 1900;

    /** The day an act took effect: as asked, or today. @throws WrongField when it is in the future or before 1900 */
    public LocalDate day(@Nullable LocalDate asked) {
        var today = today();
        if (asked != null && asked.isAfter(today)) {
            throw WrongField.notYet(today);
        }
        if (asked != null && asked.getYear() < FIRST_YEAR) {
            throw WrongField.tooEarly(FIRST_YEAR);
        }
        return asked == null ? today : asked;
    }

    /** The day it is recorded. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
