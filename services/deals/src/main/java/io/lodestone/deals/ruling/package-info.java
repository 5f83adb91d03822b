/** Statutory rules: read, fulfilled by notices, overridden. */
@NullMarked
package io.lodestone.deals.ruling;

import org.jspecify.annotations.NullMarked;
