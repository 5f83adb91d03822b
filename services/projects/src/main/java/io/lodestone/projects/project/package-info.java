/** The aggregate: what a project is, its stages, and the money its deals promise. No HTTP, no Kafka. */
@NullMarked
package io.lodestone.projects.project;

import org.jspecify.annotations.NullMarked;
