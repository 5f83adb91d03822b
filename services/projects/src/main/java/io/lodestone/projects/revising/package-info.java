/** What is known of a project changes. */
@NullMarked
package io.lodestone.projects.revising;

import org.jspecify.annotations.NullMarked;
