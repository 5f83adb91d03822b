package io.lodestone.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.local.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a file to an import, and reads the answers while it is still sending: the service answers as it goes and reads no
 * further when nobody listens.
 *
 * @param perSecond lines, from the first byte sent to the summary
 * @param summary   the last line of the answer
 */
record ImportRun(double perSecond, JsonNode summary) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SILENCE_MILLIS_MAX = 60_000;
    private static final int PROGRESS_LINES = 10_000;

    /** @throws IOException when the answer ends without a summary */
    static ImportRun of(ImportFile file, URI deals, String token, Progress progress) throws Exception {
        try (var socket = new Socket(deals.getHost(), deals.getPort())) {
            socket.setSoTimeout(SILENCE_MILLIS_MAX);
            long begin = System.nanoTime();
            var sent = CompletableFuture.runAsync(() -> send(file, socket, token), Thread::startVirtualThread);
            var last = last(socket, progress, begin);
            double seconds = (System.nanoTime() - begin) / 1e9;
            sent.join();
            var summary = JSON.readTree(last);
            if (!summary.path("done").asBoolean()) {
                throw new IOException("The import broke off: " + last);
            }
            return new ImportRun(file.lines() / seconds, summary);
        }
    }

    /** HTTP/1.0: the answer comes as it is, up to the end of the connection. */
    private static void send(ImportFile file, Socket socket, String token) {
        try {
            var out = socket.getOutputStream();
            out.write(("POST /v1/deals/imports HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/x-ndjson\r\nAccept: application/x-ndjson\r\nContent-Length: "
                            + Files.size(file.path()) + "\r\n\r\n")
                    .getBytes(US_ASCII));
            Files.copy(file.path(), out);
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("the file could not be sent", e);
        }
    }

    private static String last(Socket socket, Progress progress, long begin) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        var last = "";
        long answers = 0;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            last = line.isEmpty() ? last : line;
            if (line.startsWith("{\"line\"") && ++answers % PROGRESS_LINES == 0) {
                progress.say(
                        String.format("    %d lines, %.0f/s", answers, answers * 1e9 / (System.nanoTime() - begin)));
            }
        }
        return last;
    }
}
