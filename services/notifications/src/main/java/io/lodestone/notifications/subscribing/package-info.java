/** Making, changing and reading subscriptions. */
@NullMarked
package io.lodestone.notifications.subscribing;

import org.jspecify.annotations.NullMarked;
