package io.lodestone.deals.bundling;

import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * What the deals of a package make together in one currency, measure by measure: pipeline, authorized and not signed,
 * undrawn, outstanding, contingent, paid, written off. There is no sum of measures.
 *
 * @param deals how many deals
 */
record Total(
        String currency,
        int deals,
        BigDecimal pipeline,
        BigDecimal authorizedUnsigned,
        BigDecimal undrawn,
        BigDecimal outstanding,
        BigDecimal contingent,
        BigDecimal paid,
        BigDecimal writtenOff) {

    /** @param figures of one currency, at least one */
    static Total of(List<Figures> figures) {
        return new Total(
                figures.getFirst().currency(),
                figures.size(),
                sum(figures, Figures::pipeline),
                sum(figures, Figures::authorizedUnsigned),
                sum(figures, Figures::undrawn),
                sum(figures, Figures::outstanding),
                sum(figures, Figures::contingent),
                sum(figures, Figures::paid),
                sum(figures, Figures::writtenOff));
    }

    private static BigDecimal sum(List<Figures> figures, Function<Figures, BigDecimal> measure) {
        return figures.stream().map(measure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
