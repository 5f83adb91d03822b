/** What several features must know of the world outside: which addresses a webhook may go to. */
@NullMarked
package io.lodestone.notifications.known;

import org.jspecify.annotations.NullMarked;
