package io.lodestone.testing.planted.mines.surveying;

/** Planted: measures in a use case. */
public class StopsTime {
    Object when() throws Exception {
        return System.nanoTime();
    }
}
