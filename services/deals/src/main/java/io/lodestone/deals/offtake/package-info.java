/** The offtake agreement: who buys what from whom. */
@NullMarked
package io.lodestone.deals.offtake;

import org.jspecify.annotations.NullMarked;
