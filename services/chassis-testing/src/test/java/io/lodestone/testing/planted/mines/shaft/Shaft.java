package io.lodestone.testing.planted.mines.shaft;

import io.lodestone.testing.planted.mines.mine.Mine;

/** Clean: a second aggregate may look at the first. */
public record Shaft(Mine mine) {}
