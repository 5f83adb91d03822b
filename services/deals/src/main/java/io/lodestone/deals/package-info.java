/**
 * Owns financing deals and offtake agreements, from the first letter of interest to the last repayment.
 *
 * <p>Start in {@link io.lodestone.deals.deal.Deal}: what a deal is and what may happen to it. {@code deal.Act} lists all
 * that can be done, each other package is one thing that is done with a deal. {@code known} is what we remember of
 * projects.
 */
@NullMarked
package io.lodestone.deals;

import org.jspecify.annotations.NullMarked;
