package io.lodestone.chassis.http;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads lines of at most 1 MiB; a longer one is skipped to its end and comes back cut, which no importer accepts. */
final class BoundedLine {

    private static final int CHARACTERS_MAX = 1024 * 1024;

    private BoundedLine() {}

    static @Nullable String read(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() < CHARACTERS_MAX) {
                line.append((char) c);
            }
            c = reader.read();
        }
        return line.toString();
    }
}
