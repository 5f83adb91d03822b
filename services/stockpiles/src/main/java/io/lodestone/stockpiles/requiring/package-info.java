/** How much of a material must be there. */
@NullMarked
package io.lodestone.stockpiles.requiring;

import org.jspecify.annotations.NullMarked;
