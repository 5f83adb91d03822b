package io.lodestone.contracts.projects;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How a project divides money among minerals and segments: the product of the two weights, by the largest remainder
 * in whole minor units, so that the parts sum to the whole exactly. Equal remainders go by code, mineral first. Part of
 * the language, so that all who divide a deal agree to the cent.
 */
public record Split(List<Part> parts) {

    /** Stands for a country, mineral or segment that is not known yet. */
    public static final String UNKNOWN = "UNKNOWN";

    public static final Split NOT_KNOWN = of(List.of(), List.of());

    /** Weights have at most six decimals; as whole numbers their quotients are exact. */
    private static final int WEIGHT_DECIMALS = 6;

    /** @param weight relative to the other parts, more than zero */
    public record Part(String mineral, String segment, BigInteger weight) {}

    /** Codes without weight get nothing; where nothing has weight, everything is UNKNOWN. */
    public static Split of(List<Weight> minerals, List<Weight> segments) {
        var parts = new ArrayList<Part>();
        whole(minerals).forEach((mineral, m) -> whole(segments)
                .forEach((segment, s) -> parts.add(new Part(mineral, segment, m.multiply(s)))));
        return new Split(List.copyOf(parts));
    }

    /**
     * One share per part, in the order of the parts.
     *
     * @param minorDigits decimals of the currency; an amount that has more is split in its own smallest unit
     */
    public List<BigDecimal> shares(BigDecimal amount, int minorDigits) {
        int digits = Math.max(minorDigits, amount.scale());
        if (parts.size() == 1) {
            return List.of(amount.setScale(digits));
        }
        var units = amount.abs().setScale(digits).unscaledValue();
        var total = parts.stream().map(Part::weight).reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new BigInteger[parts.size()];
        var remainders = new BigInteger[parts.size()];
        var left = units;
        for (int part = 0; part < parts.size(); part++) {
            var quota = units.multiply(parts.get(part).weight()).divideAndRemainder(total);
            shares[part] = quota[0];
            remainders[part] = quota[1];
            left = left.subtract(quota[0]);
        }
        IntStream.range(0, left.signum() == 0 ? 0 : parts.size())
                .boxed()
                .sorted(comparing((Integer part) -> remainders[part]).reversed())
                .limit(left.intValueExact())
                .forEach(part -> shares[part] = shares[part].add(BigInteger.ONE));
        return Arrays.stream(shares)
                .map(share -> new BigDecimal(amount.signum() < 0 ? share.negate() : share, digits))
                .toList();
    }

    private static Map<String, BigInteger> whole(List<Weight> weights) {
        var byCode = new TreeMap<String, BigInteger>();
        for (var weight : weights) {
            var units =
                    weight.weight().percent().movePointRight(WEIGHT_DECIMALS).toBigIntegerExact();
            if (units.signum() > 0) {
                byCode.merge(weight.code(), units, BigInteger::add);
            }
        }
        return byCode.isEmpty() ? Map.of(UNKNOWN, BigInteger.ONE) : byCode;
    }
}
