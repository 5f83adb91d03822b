/** Dated figures of others, imported by operators with their source: exchange rates, figures about supply. */
@NullMarked
package io.lodestone.query.referencing;

import org.jspecify.annotations.NullMarked;
