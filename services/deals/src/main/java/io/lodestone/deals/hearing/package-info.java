/** What this service makes of what it hears, its own facts among it. */
@NullMarked
package io.lodestone.deals.hearing;

import org.jspecify.annotations.NullMarked;
