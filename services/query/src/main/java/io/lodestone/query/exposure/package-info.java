/** How facts of deals and projects become entries of the exposure ledger. Pure: no database, no Kafka, no HTTP. */
@NullMarked
package io.lodestone.query.exposure;

import org.jspecify.annotations.NullMarked;
