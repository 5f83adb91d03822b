package io.lodestone.deals.deal;

import io.lodestone.contracts.Party;
import org.jspecify.annotations.Nullable;

/** Which deals have one debtor behind them. */
final class ObligorGroup {

    private ObligorGroup() {}

    /** One LEI, one named group, or, where an LEI is missing, one name in one country. */
    static boolean same(Party one, Party other) {
        if (equal(one.lei(), other.lei()) || equal(one.group(), other.group())) {
            return true;
        }
        boolean mayBeOne = one.lei() == null || other.lei() == null;
        return mayBeOne && one.name().equals(other.name()) && one.country().equals(other.country());
    }

    private static boolean equal(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
