package io.lodestone.testing.planted.mines.surveying;

/** Planted: makes an id of its own. */
public class DrawsId {
    Object when() throws Exception {
        return java.util.UUID.randomUUID();
    }
}
