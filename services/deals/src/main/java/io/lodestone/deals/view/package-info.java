/** What a caller sees of deals and offtakes, and of refusals; and the one way in which acts are done. */
@NullMarked
package io.lodestone.deals.view;

import org.jspecify.annotations.NullMarked;
