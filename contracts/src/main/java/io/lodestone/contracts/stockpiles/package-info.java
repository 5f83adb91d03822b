/** What the stockpiles service says: facts about stored material. */
@NullMarked
package io.lodestone.contracts.stockpiles;

import org.jspecify.annotations.NullMarked;
