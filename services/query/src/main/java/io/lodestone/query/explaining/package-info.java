/** Which deals and facts make a figure. */
@NullMarked
package io.lodestone.query.explaining;

import org.jspecify.annotations.NullMarked;
