/** Reading stockpiles, their levels and their ledger. */
@NullMarked
package io.lodestone.stockpiles.browsing;

import org.jspecify.annotations.NullMarked;
