/** A project becomes known. */
@NullMarked
package io.lodestone.projects.registration;

import org.jspecify.annotations.NullMarked;
