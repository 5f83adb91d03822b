package io.lodestone.testing.planted.mines.surveying;

/** Planted: draws a number. */
public class DrawsNumber {
    Object when() throws Exception {
        return new java.util.Random().nextInt();
    }
}
