/** Makes the read model anew from the topics, beside the live one, and swaps the two when they are equal. */
@NullMarked
package io.lodestone.query.rebuilding;

import org.jspecify.annotations.NullMarked;
