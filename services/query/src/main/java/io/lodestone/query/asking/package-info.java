/** The exposure and its entries: what is promised, signed, drawn and at risk, by any cut. */
@NullMarked
package io.lodestone.query.asking;

import org.jspecify.annotations.NullMarked;
