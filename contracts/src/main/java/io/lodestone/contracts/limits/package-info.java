/** What the deals service says about limits: what may be used, what is used, what is held. */
@NullMarked
package io.lodestone.contracts.limits;

import org.jspecify.annotations.NullMarked;
