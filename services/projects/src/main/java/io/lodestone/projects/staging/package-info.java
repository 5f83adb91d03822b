/** A project moves from stage to stage. */
@NullMarked
package io.lodestone.projects.staging;

import org.jspecify.annotations.NullMarked;
