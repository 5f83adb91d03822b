package io.lodestone.query.exposure;

/**
 * A deal as it stands after one of its facts.
 *
 * @param reference    the agency's own
 * @param releaseClass PUBLIC, PARTNER or RESTRICTED
 * @param figures      cumulative, in the deal's currency
 */
public record DealFact(Fact fact, String reference, String releaseClass, DealDimensions dimensions, Measures figures) {}
