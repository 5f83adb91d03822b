/** Packages begin, gain and lose deals, and are read with their totals. */
@NullMarked
package io.lodestone.deals.bundling;

import org.jspecify.annotations.NullMarked;
