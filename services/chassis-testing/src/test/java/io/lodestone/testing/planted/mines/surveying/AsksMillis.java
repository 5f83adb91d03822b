package io.lodestone.testing.planted.mines.surveying;

/** Planted: asks the machine for milliseconds. */
public class AsksMillis {
    Object when() throws Exception {
        return System.currentTimeMillis();
    }
}
