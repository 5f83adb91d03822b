package io.lodestone.benchmarks;

import java.io.IOException;
import java.util.regex.Pattern;

/** The largest heap of a service seen so far, from its own metrics, looked at twice a second. */
final class HeapWatch implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 500;
    private static final Pattern USED = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E]+)$");

    private final java.net.URI service;
    private final byte[] request;
    private final Thread watching;
    private volatile double peak;

    HeapWatch(java.net.URI service, String operatorToken) {
        this.service = service;
        this.request = ("GET /q/metrics HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + operatorToken
                        + "\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        this.watching = Thread.startVirtualThread(this::watch);
    }

    /** In MiB. */
    double peakMebibytes() {
        return peak / 1024 / 1024;
    }

    private void watch() {
        try (var connection = new HttpConnection(service)) {
            while (!Thread.interrupted()) {
                peak = Math.max(peak, used(connection.send(request).text()));
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the metrics could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private static double used(String metrics) {
        return USED.matcher(metrics)
                .results()
                .mapToDouble(pool -> Double.parseDouble(pool.group(1)))
                .sum();
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
