/** How values lie in JSON columns. */
@NullMarked
package io.lodestone.notifications.storage;

import org.jspecify.annotations.NullMarked;
