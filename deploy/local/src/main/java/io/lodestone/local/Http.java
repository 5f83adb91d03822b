package io.lodestone.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests to the services of a platform. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Http() {}

    public static boolean isReady(URI service) {
        try {
            var request = HttpRequest.newBuilder(service.resolve("/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    static HttpResponse<String> get(URI service, String path, String token) {
        return send(
                HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Posts NDJSON; the answer comes as a stream of lines. */
    static HttpResponse<InputStream> postLines(URI service, String path, String token, String lines) {
        return send(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(lines)),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        var built = request.timeout(Duration.ofMinutes(5)).build();
        try {
            return CLIENT.send(built, handler);
        } catch (IOException e) {
            throw new Trouble("No answer from " + built.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }
}
