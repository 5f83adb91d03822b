package io.lodestone.chassis.http;

import jakarta.ws.rs.core.UriInfo;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body ends at 10 MiB, told or not told beforehand how long it is. Imports are streams and have no such end. */
final class BodyLimit extends FilterInputStream {

    static final long BYTES_MAX = 10L * 1024 * 1024;

    private long left = BYTES_MAX;

    BodyLimit(InputStream body) {
        super(body);
    }

    static boolean applies(UriInfo uri) {
        return !uri.getPath().endsWith("/imports");
    }

    static ProblemException exceeded() {
        return new ProblemException(Problem.of(
                413, "too-large", "A request body may have 10 MiB at most. Use the imports for more, line by line."));
    }

    @Override
    public int read() {
        int read = readOn(super::read);
        if (read >= 0) {
            spend(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int read = readOn(() -> super.read(bytes, offset, length));
        if (read > 0) {
            spend(read);
        }
        return read;
    }

    /** A client that goes away in the middle of its request is no failure of ours. */
    private static int readOn(Read read) {
        try {
            return read.get();
        } catch (IOException e) {
            throw new ProblemException(Problem.of(400, "malformed", "The body breaks off: send all of it."));
        }
    }

    @FunctionalInterface
    private interface Read {
        int get() throws IOException;
    }

    private void spend(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw exceeded();
        }
    }
}
