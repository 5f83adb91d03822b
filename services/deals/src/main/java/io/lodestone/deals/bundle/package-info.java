/** Packages of deals: what several agencies do together. */
@NullMarked
package io.lodestone.deals.bundle;

import org.jspecify.annotations.NullMarked;
