/**
 * The invariants that hold after any run, as functions over collected evidence. I6 (live equals rebuilt) waits for the
 * rebuild; I7 (ledger) is left out because no load touches stockpiles.
 */
@NullMarked
package io.lodestone.stories.invariants;

import org.jspecify.annotations.NullMarked;
