/** Money that moves: disbursements, interest, repayments, liabilities. */
@NullMarked
package io.lodestone.deals.funding;

import org.jspecify.annotations.NullMarked;
