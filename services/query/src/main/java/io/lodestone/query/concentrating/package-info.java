/** How concentrated exposure and supply are: shares, HHI, effective number, the largest. */
@NullMarked
package io.lodestone.query.concentrating;

import org.jspecify.annotations.NullMarked;
