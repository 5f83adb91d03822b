/** How values lie in JSON columns. */
@NullMarked
package io.lodestone.stockpiles.storage;

import org.jspecify.annotations.NullMarked;
