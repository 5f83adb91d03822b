/** What the deals service says: facts about financing deals and offtake agreements. */
@NullMarked
package io.lodestone.contracts.deals;

import org.jspecify.annotations.NullMarked;
