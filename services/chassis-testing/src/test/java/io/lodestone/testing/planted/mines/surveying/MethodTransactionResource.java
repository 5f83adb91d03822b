package io.lodestone.testing.planted.mines.surveying;

import jakarta.transaction.Transactional;

/** Planted: a transaction opened by a method of the edge. */
public class MethodTransactionResource {
    @Transactional
    public void survey() {
        // the annotation is the point
    }
}
