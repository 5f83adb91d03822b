@NullMarked
package io.lodestone.contracts;

import org.jspecify.annotations.NullMarked;
