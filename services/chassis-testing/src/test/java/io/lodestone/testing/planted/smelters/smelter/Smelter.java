package io.lodestone.testing.planted.smelters.smelter;

/** Another service's own; nobody's business. */
public class Smelter {}
