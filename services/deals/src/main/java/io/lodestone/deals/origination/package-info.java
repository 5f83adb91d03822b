/** From a letter of interest to due diligence. */
@NullMarked
package io.lodestone.deals.origination;

import org.jspecify.annotations.NullMarked;
