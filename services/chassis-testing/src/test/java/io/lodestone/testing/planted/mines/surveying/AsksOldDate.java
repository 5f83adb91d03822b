package io.lodestone.testing.planted.mines.surveying;

/** Planted: asks the wall clock the old way. */
public class AsksOldDate {
    Object when() throws Exception {
        return new java.util.Date();
    }
}
