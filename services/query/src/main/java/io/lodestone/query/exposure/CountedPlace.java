package io.lodestone.query.exposure;

import org.jspecify.annotations.Nullable;

/**
 * Where deals are added up together on days in the past: a cell but for its mineral and segment, whoever owes and for
 * whatever project.
 */
public record CountedPlace(
        String releaseClass,
        String agency,
        String instrument,
        @Nullable String program,
        String country,
        String status,
        String currency) {}
