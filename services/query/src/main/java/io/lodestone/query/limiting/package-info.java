/** Limits of the deals service: what they say, how far they are used, what was told of them. */
@NullMarked
package io.lodestone.query.limiting;

import org.jspecify.annotations.NullMarked;
