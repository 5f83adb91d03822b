package io.lodestone.testing.planted.mines.surveying;

/** Planted: asks the wall clock for a day somewhere. */
public class AsksDateOfZone {
    Object when() throws Exception {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC);
    }
}
