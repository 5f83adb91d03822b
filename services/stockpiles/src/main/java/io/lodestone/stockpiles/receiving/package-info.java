/** Material comes in. */
@NullMarked
package io.lodestone.stockpiles.receiving;

import org.jspecify.annotations.NullMarked;
