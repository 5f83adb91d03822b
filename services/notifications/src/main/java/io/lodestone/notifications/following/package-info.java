/** Looking at deliveries, and sending a test. */
@NullMarked
package io.lodestone.notifications.following;

import org.jspecify.annotations.NullMarked;
