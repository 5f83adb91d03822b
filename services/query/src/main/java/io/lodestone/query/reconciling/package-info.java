/** Holds the read model against itself and against the control totals of the deals service, and tells where it is wrong. */
@NullMarked
package io.lodestone.query.reconciling;

import org.jspecify.annotations.NullMarked;
