/** The exposure on several days: what changed between two of them, and how it went. */
@NullMarked
package io.lodestone.query.comparing;

import org.jspecify.annotations.NullMarked;
