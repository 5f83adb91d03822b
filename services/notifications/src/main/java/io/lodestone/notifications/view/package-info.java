/** What callers see: the subscription as an answer, and the refusals as problems. */
@NullMarked
package io.lodestone.notifications.view;

import org.jspecify.annotations.NullMarked;
