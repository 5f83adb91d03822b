package io.lodestone.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody who gets webhooks, and answers as told. */
public final class Sink implements AutoCloseable {

    /** What one request brought. */
    public record Got(Map<String, String> headers, String body) {

        public String id() {
            return headers.getOrDefault("webhook-id", "");
        }

        /** Passes when the Standard Webhooks library accepts it. */
        public void verify(String secret) throws Exception {
            var all = new HashMap<String, List<String>>();
            headers.forEach((name, value) -> all.put(name, List.of(value)));
            new Webhook(secret).verify(body, all);
        }
    }

    /** How a request is answered. */
    @FunctionalInterface
    public interface Manner {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();

    private Sink(HttpServer server) {
        this.server = server;
    }

    /** Answers its first requests with these statuses, later ones with the last of them. */
    public static Sink answering(int... statuses) {
        var sink = open();
        sink.behave(exchange -> {
            int number = Math.min(sink.got.size(), statuses.length);
            var text = "thank you".getBytes(UTF_8);
            exchange.sendResponseHeaders(statuses[number - 1], text.length);
            exchange.getResponseBody().write(text);
        });
        return sink;
    }

    public static Sink answering(Manner manner) {
        var sink = open();
        sink.behave(manner);
        return sink;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public List<Got> got() {
        return List.copyOf(got);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static Sink open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new Sink(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void behave(Manner manner) {
        server.createContext("/hook", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                var headers = new HashMap<String, String>();
                exchange.getRequestHeaders()
                        .forEach((name, values) ->
                                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
                synchronized (got) {
                    got.add(new Got(headers, body));
                }
                manner.answer(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
