package io.lodestone.query.view;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.MinorDigits;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure: one amount per rung, and how many deals stand behind them.
 *
 * @param labels   where it is, dimension by dimension; null where a deal has none
 * @param currency of the amounts
 * @param deals    distinct deals present
 */
public record Sum(Map<String, @Nullable String> labels, String currency, Measures measures, long deals) {

    private static final Comparator<@Nullable String> LABELS = Comparator.nullsLast(Comparator.naturalOrder());

    /** In the order of the labels; what has none comes last. */
    public static final Comparator<Sum> BY_LABELS = (a, b) -> a.labels().keySet().stream()
            .mapToInt(label -> LABELS.compare(a.labels().get(label), b.labels().get(label)))
            .filter(order -> order != 0)
            .findFirst()
            .orElse(0);

    public static Sum nothing(Map<String, @Nullable String> labels, String currency) {
        return new Sum(labels, currency, Measures.ZERO, 0);
    }

    public Sum plus(Sum other) {
        return new Sum(labels, currency, measures.plus(other.measures), deals + other.deals);
    }

    public Sum minus(Sum other) {
        return new Sum(labels, currency, measures.minus(other.measures), deals - other.deals);
    }

    public boolean isNothing() {
        return deals == 0 && measures.isZero();
    }

    /** Labels first, then the rungs as plain decimal strings with the currency's digits. */
    @JsonValue
    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        labels.forEach(json::put);
        put(json, measures, currency);
        return json.put("deals", deals);
    }

    public static void put(ObjectNode json, Measures measures, String currency) {
        int digits = MinorDigits.of(currency);
        for (var measure : Measure.values()) {
            json.put(measure.field(), plain(measures.of(measure), digits));
        }
    }

    /** A plain decimal string with the currency's digits, more where the amount has more. */
    public static String plain(BigDecimal amount, String currency) {
        return plain(amount, MinorDigits.of(currency));
    }

    private static String plain(BigDecimal amount, int digits) {
        return amount.scale() < digits ? amount.setScale(digits).toPlainString() : amount.toPlainString();
    }
}
