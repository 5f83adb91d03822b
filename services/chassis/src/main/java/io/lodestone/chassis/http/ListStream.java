package io.lodestone.chassis.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A whole list on its way out, slice by slice. The database is held only while a slice is read, never while the client
 * is written to: who reads slowly, or hangs up, holds no connection. A slice that cannot be read breaks the stream off,
 * so that half a list does not look like a whole one.
 */
final class ListStream<E> implements StreamingOutput {

    private static final int SLICE_ROWS = 500;

    private final Order<E> order;
    private final Slice first;
    private final Listing.Query<E> query;
    private final String header;
    private final Form<E> form;
    private final Semaphore streams;

    /**
     * @param header  what comes before the first row, empty for nothing
     * @param streams how many more may be read at this time
     * @throws ProblemException 400 when {@code after} is not a cursor of this order
     */
    ListStream(
            Order<E> order,
            @Nullable String after,
            Listing.Query<E> query,
            String header,
            Form<E> form,
            Semaphore streams) {
        this.order = order;
        this.first = order.slice(after, SLICE_ROWS);
        this.query = query;
        this.header = header;
        this.form = form;
        this.streams = streams;
    }

    /** A row as it is written, its line end included. */
    @FunctionalInterface
    interface Form<E> {
        String line(E row) throws IOException;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        if (!streams.tryAcquire()) {
            throw new ProblemException(Problem.of(
                    429,
                    "too-many-exports",
                    "Too many lists are being streamed. Try again when one of them has ended."));
        }
        try {
            rows(out);
        } finally {
            streams.release();
        }
    }

    private void rows(OutputStream out) throws IOException {
        var found = read(first);
        out.write(header.getBytes(UTF_8));
        while (!found.isEmpty()) {
            for (var row : found) {
                out.write(form.line(row).getBytes(UTF_8));
            }
            found = found.size() < SLICE_ROWS
                    ? List.of()
                    : read(order.slice(order.cursor(found.getLast()), SLICE_ROWS));
        }
    }

    private List<E> read(Slice slice) {
        return QuarkusTransaction.requiringNew().call(() -> query.find(slice));
    }
}
