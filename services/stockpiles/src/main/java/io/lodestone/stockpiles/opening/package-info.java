/** A stockpile begins. */
@NullMarked
package io.lodestone.stockpiles.opening;

import org.jspecify.annotations.NullMarked;
