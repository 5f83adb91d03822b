/** How values lie in JSON columns. */
@NullMarked
package io.lodestone.projects.storage;

import org.jspecify.annotations.NullMarked;
