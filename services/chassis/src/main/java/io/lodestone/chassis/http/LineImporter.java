package io.lodestone.chassis.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Takes in the lines of one import. */
public interface LineImporter<L> {

    /**
     * Reads a line. Asks no database: a line that is refused here costs no other line anything.
     *
     * @throws RuntimeException to refuse the line; {@link ProblemException} says why best
     */
    L read(ObjectNode line);

    /** Called once before the first line of a transaction, inside it: what lines look up together. */
    default void prepare(List<L> lines) {}

    /**
     * Takes in a line, inside a transaction that other lines share.
     *
     * @throws RuntimeException to refuse the line; {@link ProblemException} says why best
     */
    Imported take(L line);

    /** Called once after the last line of a transaction, inside it: what lines do together. */
    default void beforeCommit() {}

    /** For lines that have nothing in common. @param take reads a line and takes it in */
    static LineImporter<ObjectNode> of(Function<ObjectNode, Imported> take) {
        return new LineImporter<>() {
            @Override
            public ObjectNode read(ObjectNode line) {
                return line;
            }

            @Override
            public Imported take(ObjectNode line) {
                return take.apply(line);
            }
        };
    }
}
