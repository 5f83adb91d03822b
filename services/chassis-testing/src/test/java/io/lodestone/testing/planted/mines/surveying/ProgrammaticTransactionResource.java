package io.lodestone.testing.planted.mines.surveying;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Planted: a transaction opened by hand at the edge. */
public class ProgrammaticTransactionResource {
    void survey() {
        QuarkusTransaction.requiringNew().run(() -> {});
    }
}
