/** Projects from a file, line by line. */
@NullMarked
package io.lodestone.projects.importing;

import org.jspecify.annotations.NullMarked;
