package io.lodestone.contracts.deals;

import java.math.BigDecimal;

/**
 * Where a deal stands after a fact, in its own currency. Every deal event carries it, so a reader needs the last event
 * only. The rungs pipeline, authorizedUnsigned, undrawn, outstanding, contingent and paid are never added together.
 *
 * @param pipeline            the headline while the deal is before approval, else zero
 * @param authorizedUnsigned  the approved amount while approved and not signed, else zero
 * @param authorized          approved amount
 * @param committed           signed amount
 * @param cancelled           part of the signed amount given up
 * @param undrawn             committed less cancelled less disbursed, from signing until the deal ends
 * @param disbursed           paid out or, for equity, invested at cost
 * @param capitalisedInterest interest added to principal
 * @param repaid              principal paid back or, for equity, sold at cost
 * @param writtenOff          principal given up
 * @param outstanding         disbursed plus capitalised interest less repaid less written off; zero for non-repayable support
 * @param contingent          current maximum liability of a guarantee, insurance, price floor or offtake guarantee
 * @param paid                disbursed non-repayable support, else zero
 * @param currency            ISO 4217
 */
public record Figures(
        BigDecimal pipeline,
        BigDecimal authorizedUnsigned,
        BigDecimal authorized,
        BigDecimal committed,
        BigDecimal cancelled,
        BigDecimal undrawn,
        BigDecimal disbursed,
        BigDecimal capitalisedInterest,
        BigDecimal repaid,
        BigDecimal writtenOff,
        BigDecimal outstanding,
        BigDecimal contingent,
        BigDecimal paid,
        String currency) {}
