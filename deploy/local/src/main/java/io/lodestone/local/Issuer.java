package io.lodestone.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The local OpenID Connect issuer: it answers discovery and public keys, which is all the services ask of one. Its main
 * method is a process of the platform; tests start it in their own.
 */
public final class Issuer implements AutoCloseable {

    private final HttpServer server;

    private Issuer(HttpServer server) {
        this.server = server;
    }

    /** Answers on 127.0.0.1 until closed. */
    public static Issuer serve(int port, SigningKey key) {
        return serve(InetAddress.getLoopbackAddress(), port, key);
    }

    private static Issuer serve(InetAddress address, int port, SigningKey key) {
        try {
            var server = HttpServer.create(new InetSocketAddress(address, port), 0);
            answer(server, "/.well-known/openid-configuration", """
                    {"issuer":"%1$s","jwks_uri":"%1$s/jwks.json","id_token_signing_alg_values_supported":["RS256"],\
                    "response_types_supported":["token"],"subject_types_supported":["public"]}""".formatted(key.issuer()));
            answer(server, "/jwks.json", key.publicKeys());
            server.start();
            return new Issuer(server);
        } catch (IOException e) {
            throw new Trouble("The issuer cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Starts the issuer as a process that outlives this JVM. */
    static Running start(int port, Path keyFolder, SigningKey key, Path log, Path pids) {
        var issuer = Running.start(
                "issuer",
                List.of(
                        Jdk.java(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Issuer.class.getName(),
                        "127.0.0.1",
                        Integer.toString(port),
                        keyFolder.toString(),
                        key.issuer()),
                Map.of(),
                log,
                pids);
        Ports.await(port, "The issuer", issuer, Duration.ofSeconds(30));
        return issuer;
    }

    /** Arguments: address, port, folder of the key, issuer URL. */
    public static void main(String[] args) throws IOException {
        serve(InetAddress.getByName(args[0]), Integer.parseInt(args[1]), SigningKey.in(Path.of(args[2]), args[3]));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }
}
