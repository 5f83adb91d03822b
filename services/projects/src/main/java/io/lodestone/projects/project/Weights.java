package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Share;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rule of both lists of weights: each code once, each weight above zero, 100 percent together. */
final class Weights {

    private Weights() {}

    static void mustWeigh(@Nullable Share weight) {
        if (weight == null) {
            throw new InvalidValue("weight", "is missing");
        }
        if (weight.percent().signum() == 0) {
            throw new InvalidValue("weight", "must be more than zero");
        }
    }

    /** @throws InvalidValue naming {@code component} when codes repeat or the weights do not sum to exactly 100 */
    static <T> List<T> check(String component, List<T> weights, Function<T, Object> code, Function<T, Share> weight) {
        if (weights == null || weights.isEmpty()) {
            throw new InvalidValue(component, "is missing");
        }
        var all = Text.withoutNulls(component, weights);
        var codes = new HashSet<>();
        var sum = BigDecimal.ZERO;
        for (var one : all) {
            if (!codes.add(code.apply(one))) {
                throw new InvalidValue(component, "names " + code.apply(one) + " twice");
            }
            sum = sum.add(weight.apply(one).percent());
        }
        if (sum.compareTo(Share.WHOLE.percent()) != 0) {
            throw new InvalidValue(component, "must have weights that sum to exactly 100, not " + sum.toPlainString());
        }
        return all;
    }
}
