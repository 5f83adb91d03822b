package io.lodestone.deals.limit;

import io.lodestone.contracts.limits.LimitUse;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * One bucket of one limit, and what is about to be done to it. Amounts are in the limit's currency.
 *
 * @param used    what the deals in it used before
 * @param held    what was reserved in it before and has not expired
 * @param told    the highest level that was told of and not cleared, in percent; 0 for none
 * @param more    how much more the deals use from now on, negative when less
 * @param reserve how much more is reserved from now on
 */
record Bucket(Key key, BigDecimal used, BigDecimal held, BigDecimal told, BigDecimal more, BigDecimal reserve) {

    /** @param name {@link Gauge#WHOLE} for a limit that has one bucket only */
    record Key(UUID limit, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byLimit = limit.compareTo(other.limit);
            return byLimit != 0 ? byLimit : name.compareTo(other.name);
        }
    }

    Bucket asking(BigDecimal forMore, BigDecimal forReserve) {
        return new Bucket(key, used, held, told, forMore, forReserve);
    }

    Bucket telling(BigDecimal level) {
        return new Bucket(key, used, held, level, more, reserve);
    }

    BigDecimal usedAfter() {
        return used.add(more);
    }

    BigDecimal heldAfter() {
        return held.add(reserve);
    }

    BigDecimal requested() {
        return more.add(reserve);
    }

    /** True when it asks for more than the gauge leaves; who asks for nothing or gives back is never refused. */
    boolean overflows(Gauge gauge) {
        return requested().signum() > 0 && gauge.isExceededBy(usedAfter().add(heldAfter()));
    }

    LimitUse before(Gauge gauge) {
        return use(gauge, used, held);
    }

    LimitUse after(Gauge gauge) {
        return use(gauge, usedAfter(), heldAfter());
    }

    private LimitUse use(Gauge gauge, BigDecimal inUse, BigDecimal reserved) {
        var threshold = gauge.threshold();
        var name = key.name().equals(Gauge.WHOLE) ? null : key.name();
        return new LimitUse(name, threshold.amount(), inUse, reserved, threshold.currency());
    }
}
