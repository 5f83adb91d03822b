package io.lodestone.chassis.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes in one line of an import, inside a transaction that other lines may share. */
@FunctionalInterface
public interface LineImporter {

    /** @throws RuntimeException to refuse the line; {@link ProblemException} says why best */
    Imported importLine(ObjectNode line);

    /** Called once after the last line of a transaction, inside it: what lines do together. */
    default void beforeCommit() {}
}
