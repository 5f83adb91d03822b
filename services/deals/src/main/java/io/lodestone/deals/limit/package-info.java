/**
 * What may be promised at most. Start in {@link io.lodestone.deals.limit.Gauge}, what a limit counts of a deal, then
 * {@link io.lodestone.deals.limit.Headroom}, how an act uses it.
 */
@NullMarked
package io.lodestone.deals.limit;

import org.jspecify.annotations.NullMarked;
