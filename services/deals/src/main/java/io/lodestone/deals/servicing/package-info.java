/** When payments fail: default, cure, waiver, deferral, write-off. */
@NullMarked
package io.lodestone.deals.servicing;

import org.jspecify.annotations.NullMarked;
