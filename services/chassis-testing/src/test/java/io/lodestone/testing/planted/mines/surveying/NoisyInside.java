package io.lodestone.testing.planted.mines.surveying;

/** Planted: a name that says nothing, hidden inside. */
public class NoisyInside {
    static class InnerHelper {}
}
