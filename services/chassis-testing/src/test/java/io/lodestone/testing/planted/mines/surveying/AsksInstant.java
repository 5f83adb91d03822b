package io.lodestone.testing.planted.mines.surveying;

/** Planted: asks the wall clock for an instant. */
public class AsksInstant {
    Object when() throws Exception {
        return java.time.Instant.now();
    }
}
