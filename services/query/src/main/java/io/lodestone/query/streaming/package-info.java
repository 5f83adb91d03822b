/** Cells of the exposure, told as they change. */
@NullMarked
package io.lodestone.query.streaming;

import org.jspecify.annotations.NullMarked;
