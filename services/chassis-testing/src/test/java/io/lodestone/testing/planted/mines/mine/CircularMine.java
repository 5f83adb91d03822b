package io.lodestone.testing.planted.mines.mine;

import io.lodestone.testing.planted.mines.shaft.Shaft;

/** Planted: closes a cycle between two packages. */
public class CircularMine {
    Shaft shaft;
}
