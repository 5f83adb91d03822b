package io.lodestone.testing.planted.mines.surveying;

/** Planted: asks the wall clock for a day. */
public class AsksDate {
    Object when() throws Exception {
        return java.time.LocalDate.now();
    }
}
