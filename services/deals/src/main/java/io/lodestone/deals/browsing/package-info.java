/** Reads. */
@NullMarked
package io.lodestone.deals.browsing;

import org.jspecify.annotations.NullMarked;
