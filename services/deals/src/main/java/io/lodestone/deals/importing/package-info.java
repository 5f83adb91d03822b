/** Deals with their histories, line by line. */
@NullMarked
package io.lodestone.deals.importing;

import org.jspecify.annotations.NullMarked;
