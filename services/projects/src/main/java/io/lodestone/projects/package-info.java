/**
 * Mines, plants and other supported projects. Start reading at {@code registration.Registration}: it checks a sheet,
 * makes a {@code project.Project} and writes the fact to the outbox. {@code project.Stage} is the lifecycle;
 * {@code financing.DealsFeed} turns what deals says into each project's funding position.
 */
@NullMarked
package io.lodestone.projects;

import org.jspecify.annotations.NullMarked;
