package io.lodestone.query.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.MinorDigits;
import io.lodestone.query.fx.Rate;
import io.lodestone.query.fx.RateChoice;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How amounts came from other currencies. Deals are converted one by one and rounded; {@code residual} is by how much
 * the same movements, each at its own day's rate and without rounding, come to something else: total + residual is what
 * a conversion of every single movement gives.
 *
 * @param rates    historical or current
 * @param residual rung by rung, of the whole deals in the answer; never part of a cell
 * @param used     the rates, by currency
 */
public record ConversionView(String rates, ObjectNode residual, List<UsedRates> used) {

    /**
     * The rates of one currency that were used.
     *
     * @param rate    units of the answer's currency for one of this one; null when there were several
     * @param count   on how many days
     * @param first   the day for which the first was published
     * @param last    and the last
     * @param sources URLs
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record UsedRates(
            String currency,
            @Nullable String rate,
            int count,
            LocalDate first,
            LocalDate last,
            SortedSet<String> sources) {

        public UsedRates {
            sources = new TreeSet<>(sources);
        }

        private UsedRates and(UsedRates other) {
            var all = new TreeSet<>(sources);
            all.addAll(other.sources);
            return new UsedRates(
                    currency,
                    null,
                    count + other.count,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    all);
        }

        private static UsedRates of(Rate rate) {
            return new UsedRates(rate.from(), rate.shown(), 1, rate.publishedOn(), rate.publishedOn(), rate.sources());
        }
    }

    static ConversionView of(RateChoice choice, Measures residual, String currency, Collection<Rate> used) {
        var byCurrency = new TreeMap<String, UsedRates>();
        used.forEach(rate -> byCurrency.merge(rate.from(), UsedRates.of(rate), UsedRates::and));
        var rounded = Measures.each(
                measure -> residual.of(measure).setScale(MinorDigits.of(currency), RoundingMode.HALF_EVEN));
        var json = JsonNodeFactory.instance.objectNode();
        Sum.put(json, rounded, currency);
        return new ConversionView(choice.field(), json, List.copyOf(byCurrency.values()));
    }
}
