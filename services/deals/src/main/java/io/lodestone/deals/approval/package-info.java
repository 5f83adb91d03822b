/** The credit decision. */
@NullMarked
package io.lodestone.deals.approval;

import org.jspecify.annotations.NullMarked;
