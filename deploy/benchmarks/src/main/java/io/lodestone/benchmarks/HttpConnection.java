package io.lodestone.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection that costs the measuring side as little as can be. Not for several threads. */
final class HttpConnection implements AutoCloseable {

    private static final int ANSWER_MILLIS_MAX = 30_000;
    private static final int LINE_BYTES_MAX = 16_384;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] line = new byte[LINE_BYTES_MAX];

    HttpConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MILLIS_MAX);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), LINE_BYTES_MAX);
    }

    /** What came back. */
    record Answer(int status, byte[] body) {

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Sends a whole request, head and body, and reads the answer; its length is told, or it comes in chunks. */
    Answer send(byte[] request) throws IOException {
        out.write(request);
        int status = Integer.parseInt(readLine().substring(9, 12));
        int length = -1;
        boolean chunked = false;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.toLowerCase(Locale.ROOT).equals("transfer-encoding: chunked");
        }
        if (chunked) {
            return new Answer(status, readChunks());
        }
        if (length < 0) {
            throw new IOException("An answer without a length, status " + status);
        }
        return new Answer(status, in.readNBytes(length));
    }

    private byte[] readChunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            body.write(in.readNBytes(length));
            readLine();
        }
        readLine();
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(readLine(), 16);
    }

    private String readLine() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection.");
            }
            if (length == line.length) {
                throw new IOException("A header of more than " + LINE_BYTES_MAX + " bytes.");
            }
            line[length++] = (byte) next;
        }
        return new String(line, 0, length > 0 && line[length - 1] == '\r' ? length - 1 : length, US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
