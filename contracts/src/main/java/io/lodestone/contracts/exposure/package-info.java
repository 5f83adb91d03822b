/** What the query service says about its own read model: where it is found wrong, and when it was replaced. */
@NullMarked
package io.lodestone.contracts.exposure;

import org.jspecify.annotations.NullMarked;
