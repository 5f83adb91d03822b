/** The clock and the maker of ids, so that time and chance are arguments everywhere else. */
@NullMarked
package io.lodestone.chassis.time;

import org.jspecify.annotations.NullMarked;
