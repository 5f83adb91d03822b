package io.lodestone.deals.limit;

import io.lodestone.contracts.deals.Figures;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.Offer;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a deal stands at one moment, as far as limits care. */
public record Standing(UUID deal, Offer offer, DealStatus status, Figures figures) {

    public static Standing of(Deal deal) {
        return new Standing(deal.id(), deal.offer(), deal.status(), deal.figures());
    }

    String agency() {
        return offer.agency().name();
    }

    String program() {
        return offer.program() == null ? "" : offer.program();
    }

    String releaseClass() {
        return offer.releaseClass().name();
    }

    String currency() {
        return figures.currency();
    }

    /** What names the obligor, and all companies with it that stand for one: its group, else its LEI, else its name. */
    String obligor() {
        var obligor = offer.obligor();
        if (obligor.group() != null) {
            return keyOf(obligor.group());
        }
        return obligor.lei() == null ? keyOf(obligor.name()) : obligor.lei();
    }

    /** True when one of the keys is its group, its LEI or its name. */
    boolean isOwedByAny(Collection<String> keys) {
        var obligor = offer.obligor();
        return keys.contains(keyOf(obligor.name()))
                || (obligor.lei() != null && keys.contains(obligor.lei()))
                || (obligor.group() != null && keys.contains(keyOf(obligor.group())));
    }

    /** A name as it is compared: case and spaces around it do not tell two obligors apart. */
    static String keyOf(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }

    Standing with(Figures other) {
        return new Standing(deal, offer, status, other);
    }

    /** True when it was open before and an approval or an end has decided it. */
    static boolean decides(@Nullable Standing before, Standing after) {
        return before != null && isOpen(before.status) && !isOpen(after.status);
    }

    boolean isOpen() {
        return isOpen(status);
    }

    private static boolean isOpen(DealStatus status) {
        return switch (status) {
            case LETTER_OF_INTEREST, APPLIED, DUE_DILIGENCE -> true;
            case APPROVED, SIGNED, EFFECTIVE, IN_DEFAULT, DECLINED, CANCELLED, TERMINATED, CLOSED, WRITTEN_OFF -> false;
        };
    }
}
