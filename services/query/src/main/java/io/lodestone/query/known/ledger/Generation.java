package io.lodestone.query.known.ledger;

/**
 * One set of the ledger's tables.
 *
 * @param id counts from 1
 */
public record Generation(int id) {

    String table(String name) {
        return name + "_" + id;
    }
}
