package io.lodestone.testing.planted.mines.surveying;

/** Clean: a second feature. */
public class Surveying {
    public void survey() {
        // nothing to see
    }
}
