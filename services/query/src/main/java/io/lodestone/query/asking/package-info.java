/** What goes out: the exposure and its entries, and how fresh they are. */
@NullMarked
package io.lodestone.query.asking;

import org.jspecify.annotations.NullMarked;
