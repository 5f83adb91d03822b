/** From approval to an effective agreement: signing, conditions, amendments. */
@NullMarked
package io.lodestone.deals.signing;

import org.jspecify.annotations.NullMarked;
