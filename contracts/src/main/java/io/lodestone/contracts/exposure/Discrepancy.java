package io.lodestone.contracts.exposure;

import java.math.BigDecimal;

/**
 * One figure that is wrong.
 *
 * @param measure  pipeline, authorizedUnsigned, undrawn, outstanding, contingent, paid or writtenOff in the place's
 *                 currency; presence, how many deals are there; deals and facts, how many the deals service counts
 * @param expected what it has to be
 * @param found    what it is
 */
public record Discrepancy(String measure, BigDecimal expected, BigDecimal found) {}
