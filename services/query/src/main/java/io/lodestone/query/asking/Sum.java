package io.lodestone.query.asking;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.MinorDigits;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure: one amount per rung, and how many deals stand behind them.
 *
 * @param labels   where it is, dimension by dimension; null where a deal has none
 * @param currency of the amounts
 * @param deals    distinct deals present
 */
record Sum(Map<String, @Nullable String> labels, String currency, Measures measures, long deals) {

    boolean isNothing() {
        return deals == 0 && measures.isZero();
    }

    /** Labels first, then the rungs as plain decimal strings with the currency's digits. */
    @JsonValue
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        labels.forEach(json::put);
        put(json, measures, currency);
        return json.put("deals", deals);
    }

    static void put(ObjectNode json, Measures measures, String currency) {
        int digits = MinorDigits.of(currency);
        for (var measure : Measure.values()) {
            json.put(measure.field(), plain(measures.of(measure), digits));
        }
    }

    private static String plain(BigDecimal amount, int digits) {
        return amount.scale() < digits ? amount.setScale(digits).toPlainString() : amount.toPlainString();
    }
}
