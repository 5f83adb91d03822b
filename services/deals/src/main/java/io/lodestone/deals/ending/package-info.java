/** How deals end. */
@NullMarked
package io.lodestone.deals.ending;

import org.jspecify.annotations.NullMarked;
