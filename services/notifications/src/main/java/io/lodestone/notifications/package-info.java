/** Tells subscribers of facts. Start with matching.Matching (who is told), then sending.Deliverer (how it reaches them). */
@NullMarked
package io.lodestone.notifications;

import org.jspecify.annotations.NullMarked;
