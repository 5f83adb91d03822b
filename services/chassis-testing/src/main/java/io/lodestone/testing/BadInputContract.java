package io.lodestone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whatever a client sends, the answer is one that the service's own OpenAPI document names, and a refusal is problem+json.
 * The requests are made from the document, so a new endpoint is tried with it. It stands on a {@code @QuarkusTest} class.
 */
public interface BadInputContract {

    /** Far more than any service has requests; a bound for a generator that runs away. */
    int REQUESTS_MAX = 20_000;

    /** Requests on the way together, so that one waits while another is answered. */
    int AT_ONCE = 8;

    /**
     * What is there, so that bad input comes further than "not found": for the path of an operation, or for its beginning up
     * to a parameter, the id that stands for the parameter. The others are ids that nobody has.
     */
    default Map<String, String> known() {
        return Map.of();
    }

    @Test
    default void badInputIsRefusedAsTheDocumentSays() throws IOException {
        var document = new ObjectMapper()
                .readTree(Tokens.of("analyst")
                        .request()
                        .accept("*/*")
                        .get("/q/openapi?format=json")
                        .asString());
        var requests =
                new BadRequests(document, known()).all().limit(REQUESTS_MAX).toList();
        assertThat(requests).as("bad requests made from the document").hasSizeGreaterThan(50);

        var wrong = new ArrayList<String>();
        var tokens = new HashMap<String, String>();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < requests.size(); i += AT_ONCE) {
                var some = requests.subList(i, Math.min(i + AT_ONCE, requests.size()));
                var answers = some.stream()
                        .map(request -> client.sendAsync(http(request, tokens), BadInputContract::body))
                        .toList();
                for (int j = 0; j < some.size(); j++) {
                    some.get(j).whatIsWrongWith(answers.get(j).join()).ifPresent(wrong::add);
                }
            }
            client.shutdownNow(); // streams that began would go on
        }

        assertThat(String.join("\n", wrong))
                .as("answers to %d bad requests", requests.size())
                .isEmpty();
    }

    /** @param tokens made so far, by caller: signing one takes longer than answering */
    private static HttpRequest http(BadRequest request, Map<String, String> tokens) {
        var token = tokens.computeIfAbsent(request.agency() + request.roles(), _ -> Tokens.of(
                        request.roles().toArray(String[]::new))
                .agency(request.agency())
                .build());
        var body = request.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(request.body());
        var http = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + request.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .method(request.method(), body);
        request.headers().forEach(http::header);
        return http.build();
    }

    /** A stream has no end to wait for: that it began is the answer. */
    private static BodySubscriber<String> body(ResponseInfo answer) {
        boolean stream = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return stream
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), _ -> "")
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }
}
