/** What callers see: the stockpile as an answer, and the refusals as problems. */
@NullMarked
package io.lodestone.stockpiles.view;

import org.jspecify.annotations.NullMarked;
