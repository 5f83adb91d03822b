/**
 * Figures of {@code ./lodestone bench}: ours and a plain counterpart in one run, as a ratio, and what a check of the same
 * data found. Start in {@link io.lodestone.benchmarks.Main}.
 */
@NullMarked
package io.lodestone.benchmarks;

import org.jspecify.annotations.NullMarked;
