/** The control totals that the deals service published, and which deals moved after the cut they stand at. */
@NullMarked
package io.lodestone.query.known.control;

import org.jspecify.annotations.NullMarked;
