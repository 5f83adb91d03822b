package io.lodestone.query.exposure;

/**
 * Where an amount sits: all dimensions of a deal, and one part of its project.
 *
 * @param country of the project
 */
public record Cell(DealDimensions deal, String country, String mineral, String segment) {}
