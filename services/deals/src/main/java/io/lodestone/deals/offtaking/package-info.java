/** What is done with offtake agreements. */
@NullMarked
package io.lodestone.deals.offtaking;

import org.jspecify.annotations.NullMarked;
