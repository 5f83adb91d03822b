/** The financing deal: its lifecycle, its figures, its rules. */
@NullMarked
package io.lodestone.deals.deal;

import org.jspecify.annotations.NullMarked;
