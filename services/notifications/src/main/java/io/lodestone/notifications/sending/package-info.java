/** Carries deliveries to their sinks, signed, until they are taken or given up. */
@NullMarked
package io.lodestone.notifications.sending;

import org.jspecify.annotations.NullMarked;
