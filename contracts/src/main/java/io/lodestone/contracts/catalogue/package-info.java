/** The codes that commands may name: minerals, segments, agencies, instruments. */
@NullMarked
package io.lodestone.contracts.catalogue;

import org.jspecify.annotations.NullMarked;
