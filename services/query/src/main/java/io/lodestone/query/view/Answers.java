package io.lodestone.query.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.MinorDigits;
import io.lodestone.query.fx.Conversion;
import io.lodestone.query.fx.MissingRate;
import io.lodestone.query.fx.Quotes;
import io.lodestone.query.fx.RateChoice;
import io.lodestone.query.fx.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Answers questions by exact sums, in one currency or with all others told in it. */
@ApplicationScoped
public class Answers {

    private final Quotes quotes;
    private final KeptFigures kept;

    Answers(Quotes quotes, KeptFigures kept) {
        this.quotes = quotes;
        this.kept = kept;
    }

    /** A deal, and its amounts in the currency asked for. */
    @FunctionalInterface
    public interface Taking {
        void take(DealBalance deal, Map<Map<Dimension, String>, Measures> amounts);
    }

    /** @throws ProblemException 422 when a rate is missing */
    public Figures of(Connection connection, Question question, Sight sight) throws SQLException {
        return of(connection, question, sight, List.of());
    }

    /** As if these deals were on the books too. @throws ProblemException 422 when a rate is missing */
    public Figures of(Connection connection, Question question, Sight sight, List<DealBalance> supposed)
            throws SQLException {
        return question.rates() == null
                ? kept.of(connection, question, sight, () -> inOneCurrency(connection, question, sight))
                        .with(supposed, question)
                : converted(connection, question, question.rates(), sight, supposed);
    }

    private static Figures inOneCurrency(Connection connection, Question question, Sight sight) throws SQLException {
        var adding = Adding.of(connection, question, sight);
        var undivided = adding.by(List.of());
        var total = undivided.stream()
                .filter(sum -> sum.currency().equals(question.currency()))
                .findFirst()
                .orElseGet(() -> Sum.nothing(Map.of(), question.currency()));
        return new Figures(cells(question, adding, total), total, others(undivided, question), null);
    }

    /** Only the undivided figure is told for other currencies too. */
    private static List<Sum> cells(Question question, Adding adding, Sum total) throws SQLException {
        if (question.by().isEmpty()) {
            return total.isNothing() ? List.of() : List.of(total);
        }
        return adding.inCurrency(question.by());
    }

    private static List<Sum> others(List<Sum> undivided, Question question) {
        return undivided.stream()
                .filter(sum -> !sum.currency().equals(question.currency()))
                .map(sum -> new Sum(Map.of("currency", sum.currency()), sum.currency(), sum.measures(), sum.deals()))
                .toList();
    }

    private Figures converted(
            Connection connection, Question question, RateChoice choice, Sight sight, List<DealBalance> supposed)
            throws SQLException {
        var tally = new Tally(question, question.currency());
        var conversion = each(connection, question, choice, sight, supposed, tally::add);
        return new Figures(tally.cells(), tally.total(), List.of(), conversion);
    }

    /** Hands over every deal of the answer, converted. @throws ProblemException 422 when a rate is missing */
    public ConversionView each(Connection connection, Question question, RateChoice choice, Sight sight, Taking taking)
            throws SQLException {
        return each(connection, question, choice, sight, List.of(), taking);
    }

    private ConversionView each(
            Connection connection,
            Question question,
            RateChoice choice,
            Sight sight,
            List<DealBalance> supposed,
            Taking taking)
            throws SQLException {
        var currencies = new TreeSet<>(DealBalances.currencies(connection, question, sight));
        supposed.forEach(deal -> currencies.add(deal.currency()));
        currencies.add(question.currency());
        var rates = quotes.of(connection, currencies, question.asOf());
        var conversion = new Conversion(rates, choice, question.currency(), question.asOf());
        var residual = new Measures[] {Measures.ZERO};
        Consumer<DealBalance> converting = deal -> {
            var converted = conversion.convert(deal.currency(), deal.movements());
            residual[0] = residual[0].plus(converted.residual());
            taking.take(deal, placed(deal, converted.carried(), question.currency()));
        };
        try {
            DealBalances.each(connection, question, sight, converting);
            supposed.forEach(converting);
        } catch (MissingRate e) {
            throw noRate(e);
        }
        return ConversionView.of(choice, residual[0], question.currency(), conversion.used());
    }

    /** The parts of a deal share what the whole was converted to. */
    private static Map<Map<Dimension, String>, Measures> placed(DealBalance deal, Measures carried, String currency) {
        if (deal.currency().equals(currency)) {
            return deal.amounts();
        }
        var places = List.copyOf(deal.amounts().keySet());
        var shares = new EnumMap<Measure, List<BigDecimal>>(Measure.class);
        for (var measure : Measure.values()) {
            var parts = deal.amounts().values().stream()
                    .map(part -> part.of(measure))
                    .toList();
            shares.put(measure, Conversion.shared(carried.of(measure), parts, MinorDigits.of(currency)));
        }
        var placed = new LinkedHashMap<Map<Dimension, String>, Measures>();
        for (int i = 0; i < places.size(); i++) {
            int part = i;
            placed.put(places.get(i), Measures.each(measure -> shares.getOrDefault(measure, List.of())
                    .get(part)));
        }
        return placed;
    }

    private static ProblemException noRate(MissingRate missing) {
        return new ProblemException(Problem.of(
                        422,
                        "no-rate",
                        "There is no rate from " + missing.from() + " to " + missing.to() + " on " + missing.day()
                                + " nor in the " + Rates.QUOTE_AGE_DAYS_MAX
                                + " days before. Have it imported, or ask in another currency.")
                .violation("currency", "has no rate from " + missing.from() + " on " + missing.day())
                .with("from", missing.from())
                .with("to", missing.to())
                .with("day", missing.day().toString()));
    }
}
