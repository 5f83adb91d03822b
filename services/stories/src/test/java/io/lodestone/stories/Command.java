package io.lodestone.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.stories.invariants.Operation;
import io.lodestone.stories.invariants.Operation.Attempt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** One command with one Idempotency-Key and one trace, sent as often as it takes. Sent by one thread at a time. */
final class Command {

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID key = UUID.randomUUID();
    private final String trace = "00-" + hex(key) + "-" + hex(key).substring(16) + "-01";
    private final Person who;
    private final Target target;
    private final String verb;
    private final Map<String, ?> body;
    private final boolean lawful;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    private String id = "";

    /**
     * @param verb   what comes after the target's path: nothing, or the id and the act
     * @param lawful false when it is to be refused
     */
    Command(Person who, Target target, String verb, Map<String, ?> body, boolean lawful) {
        this.who = who;
        this.target = target;
        this.verb = verb;
        this.body = body;
        this.lawful = lawful;
    }

    /** @param other whether to ask the second instance, if there is one */
    Attempt send(HttpClient http, Lodestone lodestone, boolean other) throws InterruptedException {
        var base = other ? lodestone.otherUrl(target.service()) : lodestone.url(target.service());
        var attempt = once(http, URI.create(base + target.path() + verb));
        attempts.add(attempt);
        return attempt;
    }

    boolean isUnknown() {
        return operation().outcome() == Operation.Outcome.UNKNOWN;
    }

    /** An earlier attempt is still at work, which may yet be done. */
    boolean isStillOpen() {
        return attempts.getLast().unknown();
    }

    /** Of the resource, once it is known. */
    String id() {
        return id;
    }

    Operation operation() {
        return new Operation(target.topic(), trace, target.path() + verb + " " + body, lawful, List.copyOf(attempts));
    }

    private Attempt once(HttpClient http, URI to) throws InterruptedException {
        long at = System.nanoTime();
        try {
            var request = HttpRequest.newBuilder(to)
                    .timeout(Pace.stretched(ANSWER))
                    .header("Authorization", "Bearer " + who.token())
                    .header("Content-Type", "application/json")
                    .header("If-Match", "*")
                    .header("Idempotency-Key", key.toString())
                    .header("traceparent", trace)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return attempt(at, answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            return Attempt.unanswered(at);
        }
    }

    private Attempt attempt(long at, int status, JsonNode answer) {
        if (status / 100 == 2) {
            id = answer.path("id").asText();
        }
        if (status == 409 && answer.path("type").asText().endsWith("still-running")) {
            return Attempt.unanswered(at);
        }
        return new Attempt(at, status, answer.path("version").asLong());
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}
