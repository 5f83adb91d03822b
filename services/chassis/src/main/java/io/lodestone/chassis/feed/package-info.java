/** How a service hears facts exactly once in effect. */
@NullMarked
package io.lodestone.chassis.feed;

import org.jspecify.annotations.NullMarked;
