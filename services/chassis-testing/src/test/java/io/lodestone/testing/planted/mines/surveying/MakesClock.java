package io.lodestone.testing.planted.mines.surveying;

/** Planted: makes itself a clock. */
public class MakesClock {
    Object when() throws Exception {
        return java.time.Clock.systemDefaultZone();
    }
}
