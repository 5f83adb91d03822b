package io.lodestone.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.local.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Requests that propose deals, each another deal with an Idempotency-Key of its own. */
final class Proposals {

    private static final int PROJECTS = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROJECT = """
            {"reference": "BENCH-%d", "name": "North Ridge", "country": "CL", "stage": "FINANCING",
             "minerals": [{"mineral": "LITHIUM", "weight": "100"}], "segments": [{"segment": "MINING", "weight": "100"}]}""";

    private static final String DEAL = """
            {"reference": "BENCH-%s", "agency": "DFC", "program": "Direct loan", "instrument": "DIRECT_LOAN",\
            "title": "North Ridge lithium mine and concentrator, phase 1", "projectId": "%s",\
            "obligor": {"name": "North Ridge Mining SpA", "country": "CL"},\
            "headline": {"amount": "%d.00", "currency": "USD"}, "enterAs": "LETTER_OF_INTEREST"}""";

    private final String token;
    private final List<String> projects;
    private final AtomicLong drawn = new AtomicLong();
    private final String run = Long.toString(System.nanoTime(), 36);

    private Proposals(String token, List<String> projects) {
        this.token = token;
        this.projects = projects;
    }

    /** Registers the projects that the deals are for; those of a bench before are the same ones. */
    static Proposals on(BenchPlatform platform) throws IOException {
        var registrar = platform.token(Map.of("sub", "bench", "groups", List.of("project-registrar")));
        var officer = platform.token(Map.of("sub", "bench", "groups", List.of("deal-officer"), "agency", "DFC"));
        var projects = new ArrayList<String>();
        try (var connection = new HttpConnection(platform.address(Service.PROJECTS))) {
            for (int i = 1; i <= PROJECTS; i++) {
                var answer =
                        connection.send(post("/v1/projects", registrar, "bench-project-" + i, PROJECT.formatted(i)));
                if (answer.status() != 201) {
                    throw new IOException("No project: " + answer.text());
                }
                projects.add(JSON.readTree(answer.body()).required("id").asText());
            }
        }
        return new Proposals(officer, projects);
    }

    /** The next request, ready for the wire. */
    byte[] next() {
        long number = drawn.incrementAndGet();
        var project = projects.get((int) (number % projects.size()));
        return post(
                "/v1/deals",
                token,
                UUID.randomUUID().toString(),
                DEAL.formatted(run + "-" + number, project, 1_000_000 + number));
    }

    /** The deal an answer tells of. */
    static UUID dealOf(HttpConnection.Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException("A deal was refused: " + answer.status() + " " + answer.text());
        }
        var body = answer.text();
        int id = body.indexOf("\"id\":\"") + 6;
        return UUID.fromString(body.substring(id, id + 36));
    }

    private static byte[] post(String path, String token, String key, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }
}
