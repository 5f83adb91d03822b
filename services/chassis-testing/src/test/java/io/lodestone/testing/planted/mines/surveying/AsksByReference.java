package io.lodestone.testing.planted.mines.surveying;

/** Planted: asks the wall clock through a method reference. */
public class AsksByReference {
    Object when() throws Exception {
        return (java.util.function.Supplier<Object>) java.time.OffsetDateTime::now;
    }
}
