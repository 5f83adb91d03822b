/** What all questions share: how they are read, who sees what, the sums over the ledger, and how fresh they are. */
@NullMarked
package io.lodestone.query.view;

import org.jspecify.annotations.NullMarked;
