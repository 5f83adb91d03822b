/** The dependency direction and the house's habits, as tests. */
@NullMarked
package io.lodestone.testing.rules;

import org.jspecify.annotations.NullMarked;
