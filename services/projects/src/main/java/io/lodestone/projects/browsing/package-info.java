/** Reading projects and their history. */
@NullMarked
package io.lodestone.projects.browsing;

import org.jspecify.annotations.NullMarked;
