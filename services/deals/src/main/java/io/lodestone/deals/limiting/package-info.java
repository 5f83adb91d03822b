/** Limits over HTTP, the statute in them, and headroom that expires. */
@NullMarked
package io.lodestone.deals.limiting;

import org.jspecify.annotations.NullMarked;
