package io.lodestone.testing.planted.mines.surveying;

import io.lodestone.testing.planted.smelters.smelter.Smelter;

/** Planted: one service that reaches into another. */
public class Reach {
    Smelter smelter;
}
