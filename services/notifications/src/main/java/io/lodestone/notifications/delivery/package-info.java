/** One fact on its way to one subscription: what an attempt leads to, and the table it stands in. */
@NullMarked
package io.lodestone.notifications.delivery;

import org.jspecify.annotations.NullMarked;
