/** What deals promise to a project: heard, summed up, told. */
@NullMarked
package io.lodestone.projects.financing;

import org.jspecify.annotations.NullMarked;
