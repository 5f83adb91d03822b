/** What a limit says and what counts in it. Plain: the same for deals on the books and for deals that somebody supposes. */
@NullMarked
package io.lodestone.query.limit;

import org.jspecify.annotations.NullMarked;
