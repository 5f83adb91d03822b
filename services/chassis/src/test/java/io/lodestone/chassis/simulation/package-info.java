/** A stage on which state machines run under a seed: one thread, faults at any step, every step told. */
@NullMarked
package io.lodestone.chassis.simulation;

import org.jspecify.annotations.NullMarked;
