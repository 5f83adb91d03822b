/** Exchange rates, dated and with their source, and how amounts are told in another currency. Plain, like the exposure. */
@NullMarked
package io.lodestone.query.fx;

import org.jspecify.annotations.NullMarked;
