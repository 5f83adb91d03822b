/** What projects remembers of deals. */
@NullMarked
package io.lodestone.projects.known;

import org.jspecify.annotations.NullMarked;
