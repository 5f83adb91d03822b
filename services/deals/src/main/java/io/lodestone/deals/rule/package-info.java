/** Statutory limits and notice clocks that one deal can be checked against: data, and how it is read. Plain. */
@NullMarked
package io.lodestone.deals.rule;

import org.jspecify.annotations.NullMarked;
