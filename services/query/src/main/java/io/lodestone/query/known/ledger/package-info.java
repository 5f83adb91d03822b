/** The facts of deals and projects as we heard them, and the entries and cells made from them, generation by generation. */
@NullMarked
package io.lodestone.query.known.ledger;

import org.jspecify.annotations.NullMarked;
