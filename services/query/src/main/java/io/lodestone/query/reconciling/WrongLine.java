package io.lodestone.query.reconciling;

import static java.util.stream.Collectors.groupingBy;

import io.lodestone.contracts.exposure.Discrepancy;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A sum of control totals that the facts we heard do not come to.
 *
 * @param part    of the deals, by their number
 * @param weighed what is found less what is expected, each deal's amount multiplied by the deal's number
 */
record WrongLine(
        int part, String agency, String instrument, String currency, Discrepancy difference, BigDecimal weighed) {

    private static final BigDecimal NUMBERS = BigDecimal.valueOf(1L << 48);

    /** Lines that differ only in what they measure. */
    static Collection<List<WrongLine>> groups(List<WrongLine> lines) {
        return lines.stream()
                .collect(groupingBy(WrongLine::key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    String key() {
        return part + "|" + agency + "|" + instrument + "|" + currency;
    }

    /** The number of the one deal that makes all of this difference; empty when there are several. */
    OptionalLong number() {
        var sum = difference.found().subtract(difference.expected());
        if (sum.signum() == 0) {
            return OptionalLong.empty();
        }
        var parts = weighed.divideAndRemainder(sum);
        boolean isNumber = parts[1].signum() == 0 && parts[0].signum() >= 0 && parts[0].compareTo(NUMBERS) < 0;
        return isNumber ? OptionalLong.of(parts[0].longValueExact()) : OptionalLong.empty();
    }
}
