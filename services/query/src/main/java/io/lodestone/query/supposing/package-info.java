/** What if: the exposure, its concentration and every limit with deals that nobody has made. Nothing is stored. */
@NullMarked
package io.lodestone.query.supposing;

import org.jspecify.annotations.NullMarked;
