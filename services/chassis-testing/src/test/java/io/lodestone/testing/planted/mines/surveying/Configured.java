package io.lodestone.testing.planted.mines.surveying;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Planted: a knob that comes through a field. */
public class Configured {
    @ConfigProperty(name = "mines.depth")
    int depth;
}
