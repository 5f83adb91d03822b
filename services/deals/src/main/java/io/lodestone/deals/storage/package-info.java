/** How JSON columns look. */
@NullMarked
package io.lodestone.deals.storage;

import org.jspecify.annotations.NullMarked;
