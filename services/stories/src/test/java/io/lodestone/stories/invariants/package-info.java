/** The invariants that hold after any run, as functions over collected evidence; they stand in services/stories/README.md. */
@NullMarked
package io.lodestone.stories.invariants;

import org.jspecify.annotations.NullMarked;
