package io.lodestone.deals.deal;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;

/**
 * The amounts a deal's figures are made of, in the deal's currency: H headline, A authorized, C committed, X cancelled,
 * D disbursed, K capitalised interest, R repaid, W written off, Q maximum liability.
 */
record Amounts(
        Money headline,
        Money authorized,
        Money committed,
        Money cancelled,
        Money disbursed,
        Money capitalised,
        Money repaid,
        Money writtenOff,
        Money liability) {

    static Amounts of(Money headline) {
        var zero = Money.zero(headline.currency());
        return new Amounts(headline, zero, zero, zero, zero, zero, zero, zero, zero);
    }

    /** As they stood after {@code figures}; the headline is not among them. */
    static Amounts of(Money headline, Figures figures) {
        var c = figures.currency();
        return new Amounts(
                headline,
                new Money(figures.authorized(), c),
                new Money(figures.committed(), c),
                new Money(figures.cancelled(), c),
                new Money(figures.disbursed(), c),
                new Money(figures.capitalisedInterest(), c),
                new Money(figures.repaid(), c),
                new Money(figures.writtenOff(), c),
                new Money(figures.contingent(), c));
    }

    Amounts heading(Money amount) {
        return new Amounts(
                amount, authorized, committed, cancelled, disbursed, capitalised, repaid, writtenOff, liability);
    }

    Amounts authorizing(Money amount) {
        return new Amounts(
                headline, amount, committed, cancelled, disbursed, capitalised, repaid, writtenOff, liability);
    }

    Amounts committing(Money amount) {
        return new Amounts(
                headline, authorized, amount, cancelled, disbursed, capitalised, repaid, writtenOff, liability);
    }

    Amounts liableFor(Money amount) {
        return new Amounts(
                headline, authorized, committed, cancelled, disbursed, capitalised, repaid, writtenOff, amount);
    }

    Amounts cancelling(Money amount) {
        return new Amounts(
                headline,
                authorized,
                committed,
                cancelled.plus(amount),
                disbursed,
                capitalised,
                repaid,
                writtenOff,
                liability);
    }

    Amounts disbursing(Money amount) {
        return new Amounts(
                headline,
                authorized,
                committed,
                cancelled,
                disbursed.plus(amount),
                capitalised,
                repaid,
                writtenOff,
                liability);
    }

    Amounts capitalising(Money amount) {
        return new Amounts(
                headline,
                authorized,
                committed,
                cancelled,
                disbursed,
                capitalised.plus(amount),
                repaid,
                writtenOff,
                liability);
    }

    Amounts repaying(Money amount) {
        return new Amounts(
                headline,
                authorized,
                committed,
                cancelled,
                disbursed,
                capitalised,
                repaid.plus(amount),
                writtenOff,
                liability);
    }

    Amounts writingOff(Money amount) {
        return new Amounts(
                headline,
                authorized,
                committed,
                cancelled,
                disbursed,
                capitalised,
                repaid,
                writtenOff.plus(amount),
                liability);
    }

    /** C - X - D: what may still be paid out. */
    Money available() {
        return committed.minus(cancelled).minus(disbursed);
    }

    /** D + K - R - W: what is owed. */
    Money owed() {
        return disbursed.plus(capitalised).minus(repaid).minus(writtenOff);
    }

    Figures figures(DealStatus status, ExposureRule rule) {
        var zero = Money.zero(headline.currency());
        boolean repayable = rule == ExposureRule.FUNDED_DEBT || rule == ExposureRule.EQUITY;
        return new Figures(
                amount(status.isPipeline() ? headline : zero),
                amount(status == DealStatus.APPROVED ? authorized : zero),
                amount(authorized),
                amount(committed),
                amount(cancelled),
                amount(status.isCommitted() ? available() : zero),
                amount(disbursed),
                amount(capitalised),
                amount(repaid),
                amount(writtenOff),
                amount(repayable ? owed() : zero),
                amount(status.isCommitted() ? liability : zero),
                amount(rule == ExposureRule.NON_REPAYABLE ? disbursed : zero),
                headline.currency());
    }

    private static BigDecimal amount(Money money) {
        return money.amount();
    }
}
