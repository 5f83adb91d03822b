/** The subscription: what its owner wants to hear, what it may hear, and where it is told. */
@NullMarked
package io.lodestone.notifications.subscription;

import org.jspecify.annotations.NullMarked;
