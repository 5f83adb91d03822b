package io.lodestone.query.explaining;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.List;

/**
 * What all deals give to a figure.
 *
 * @param largest one by one, the largest first
 * @param all     how many there are
 * @param sum     of all
 */
record Parts(List<Part> largest, long all, BigDecimal sum) {

    Parts {
        largest = List.copyOf(largest);
    }

    long others() {
        return all - largest.size();
    }

    BigDecimal ofOthers() {
        return sum.subtract(largest.stream().map(Part::amount).reduce(ZERO, BigDecimal::add));
    }
}
