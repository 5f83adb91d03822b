/** The aggregate: a stockpile, its lots, its levels, and the ledger that is never edited. No HTTP, no Kafka. */
@NullMarked
package io.lodestone.stockpiles.stockpile;

import org.jspecify.annotations.NullMarked;
