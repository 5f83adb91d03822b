/** How values and facts look as JSON. */
@NullMarked
package io.lodestone.chassis.json;

import org.jspecify.annotations.NullMarked;
