/** What callers see: the project as an answer, and the refusals as problems. */
@NullMarked
package io.lodestone.projects.view;

import org.jspecify.annotations.NullMarked;
