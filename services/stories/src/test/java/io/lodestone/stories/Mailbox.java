package io.lodestone.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A receiver of webhooks that takes everything, or refuses some at the first time. */
final class Mailbox implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One delivery as it came. */
    record Letter(Map<String, List<String>> headers, String body) {

        /** The same for each repetition of a delivery. */
        String id() {
            return headers.getOrDefault("Webhook-id", List.of("")).getFirst();
        }

        /** As the Standard Webhooks library sees it. */
        boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (Exception e) {
                return false;
            }
        }

        JsonNode event() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final HttpServer server;
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    Mailbox() {
        this(_ -> false);
    }

    /** @param refusing whether a letter is answered 503 when it comes for the first time */
    Mailbox(Predicate<Letter> refusing) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                var letter = new Letter(
                        Map.copyOf(exchange.getRequestHeaders()),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                if (refusing.test(letter) && refused.add(letter.id())) {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                letters.add(letter);
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** All that were taken. */
    List<Letter> letters() {
        return List.copyOf(letters);
    }

    /** How many were refused once. */
    int refused() {
        return refused.size();
    }

    List<Letter> about(String subject) {
        return letters.stream()
                .filter(letter -> letter.event().path("subject").asText().equals(subject))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
