/** What comes in: the facts of deals and projects, kept, and the ledger entries made from them. */
@NullMarked
package io.lodestone.query.hearing;

import org.jspecify.annotations.NullMarked;
