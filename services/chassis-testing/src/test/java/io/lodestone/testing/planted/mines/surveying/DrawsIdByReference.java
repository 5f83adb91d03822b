package io.lodestone.testing.planted.mines.surveying;

/** Planted: makes ids through a method reference. */
public class DrawsIdByReference {
    Object when() throws Exception {
        return (java.util.function.Supplier<Object>) java.util.UUID::randomUUID;
    }
}
