/**
 * Material that is kept against bad days. Start reading at {@code receiving.Receiving}: it locks the stockpile, moves
 * tonnes in the ledger and writes the facts to the outbox. {@code stockpile.Ledger} is the double entry,
 * {@code stockpile.Movement} one link of the chain of digests, {@code stockpile.Level} what is there beside what should be.
 */
@NullMarked
package io.lodestone.stockpiles;

import org.jspecify.annotations.NullMarked;
