package io.lodestone.testing.planted.mines.digging;

import io.lodestone.testing.planted.mines.surveying.Surveying;

/** Planted: a feature that reaches into a sibling. */
public class NosyDigging {
    Surveying sibling;
}
