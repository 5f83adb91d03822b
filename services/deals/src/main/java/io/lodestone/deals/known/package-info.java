/** What deals remembers of projects. */
@NullMarked
package io.lodestone.deals.known;

import org.jspecify.annotations.NullMarked;
