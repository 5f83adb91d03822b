/** What the projects service says: facts about mines, plants and other supported projects. */
@NullMarked
package io.lodestone.contracts.projects;

import org.jspecify.annotations.NullMarked;
