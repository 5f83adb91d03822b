/**
 * The invariants that hold after any run, as functions over collected evidence; they stand in services/stories/README.md.
 * I6 (live equals rebuilt) waits for the rebuild.
 */
@NullMarked
package io.lodestone.stories.invariants;

import org.jspecify.annotations.NullMarked;
