package io.lodestone.deals.limit;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;

/** Where a deal would stand, were it approved or amended to an amount. */
final class Estimate {

    private Estimate() {}

    static Standing of(Standing deal, Money amount) {
        return switch (deal.status()) {
            case LETTER_OF_INTEREST, APPLIED, DUE_DILIGENCE, APPROVED ->
                deal.with(figures(deal.figures(), amount.amount(), BigDecimal.ZERO, BigDecimal.ZERO));
            case SIGNED, EFFECTIVE, IN_DEFAULT -> deal.with(committed(deal, amount));
            case DECLINED, CANCELLED, TERMINATED, CLOSED, WRITTEN_OFF -> deal;
        };
    }

    static Money amountOf(Standing deal) {
        var figures = deal.figures();
        return switch (deal.status()) {
            case LETTER_OF_INTEREST, APPLIED, DUE_DILIGENCE -> deal.offer().headline();
            case APPROVED -> new Money(figures.authorized(), deal.currency());
            case SIGNED, EFFECTIVE, IN_DEFAULT, DECLINED, CANCELLED, TERMINATED, CLOSED, WRITTEN_OFF ->
                new Money(isContingent(deal) ? figures.contingent() : figures.committed(), deal.currency());
        };
    }

    private static boolean isContingent(Standing deal) {
        return deal.offer().instrument().exposureRule() == ExposureRule.CONTINGENT;
    }

    private static Figures committed(Standing deal, Money amount) {
        var figures = deal.figures();
        if (isContingent(deal)) {
            return figures(figures, BigDecimal.ZERO, figures.undrawn(), amount.amount());
        }
        var undrawn = amount.amount().subtract(figures.cancelled()).subtract(figures.disbursed());
        return figures(figures, BigDecimal.ZERO, undrawn.max(BigDecimal.ZERO), figures.contingent());
    }

    private static Figures figures(
            Figures now, BigDecimal authorizedUnsigned, BigDecimal undrawn, BigDecimal contingent) {
        return new Figures(
                BigDecimal.ZERO,
                authorizedUnsigned,
                now.authorized(),
                now.committed(),
                now.cancelled(),
                undrawn,
                now.disbursed(),
                now.capitalisedInterest(),
                now.repaid(),
                now.writtenOff(),
                now.outstanding(),
                contingent,
                now.paid(),
                now.currency());
    }
}
