package io.lodestone.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.http.IdempotencyKeys.Scope;
import io.lodestone.chassis.outbox.RecordedFact;
import io.lodestone.chassis.outbox.RecordedFacts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands: the effect, its facts, the Idempotency-Key and the answer commit in one transaction. A refused command
 * leaves nothing behind, its key included. With {@code ?dryRun=true} everything is done and then taken back.
 */
@ApplicationScoped
public class Commands {

    /** The query parameter of every command. */
    static final String DRY_RUN = "dryRun";

    private static final int KEY_LENGTH_MAX = 255;

    private final IdempotencyKeys keys;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper json;
    private final RequestFacts request;

    Commands(
            IdempotencyKeys keys,
            TransactionSynchronizationRegistry transaction,
            ObjectMapper json,
            RequestFacts request) {
        this.keys = keys;
        this.transaction = transaction;
        this.json = json;
        this.request = request;
    }

    /** 201 with the new resource, its Location and ETag. */
    public Response create(Supplier<? extends Versioned> command) {
        return run(201, command);
    }

    /** 200 with the resource after the act, and its ETag. */
    public Response act(Supplier<? extends Versioned> command) {
        return run(200, command);
    }

    /** 204: what was there is gone. */
    public Response remove(Runnable command) {
        if (request.dryRun()) {
            return dryRun(() -> {
                command.run();
                return null;
            });
        }
        QuarkusTransaction.requiringNew().run(command);
        return Response.noContent().build();
    }

    /** 200 with what was done, for a command that commits in transactions of its own and so cannot be tried dry. */
    public Response carryOut(Supplier<?> command) {
        if (request.dryRun()) {
            throw new ProblemException(Problem.of(400, "malformed", "This cannot be tried dry: it is done in steps.")
                    .violation(DRY_RUN, "is not possible here"));
        }
        return keyed(() -> new Answer(200, Map.of(), bytes(command.get())));
    }

    private Response run(int status, Supplier<? extends Versioned> command) {
        return request.dryRun() ? dryRun(command) : keyed(() -> answer(status, command.get()));
    }

    private Response keyed(Supplier<Answer> command) {
        var key = request.idempotencyKey();
        return QuarkusTransaction.requiringNew().call(() -> {
            if (key.isEmpty()) {
                return command.get().toResponse();
            }
            var scope = request.scope(key.get());
            var digest = request.bodyDigest();
            var first = keys.claim(scope, digest);
            if (first.isPresent()) {
                return first.get().replayed();
            }
            var answer = command.get();
            keys.keep(scope, digest, answer);
            return answer.toResponse();
        });
    }

    private Response dryRun(Supplier<? extends @Nullable Versioned> command) {
        QuarkusTransaction.begin();
        try {
            var resource = command.get();
            var facts = RecordedFacts.of(transaction).stream()
                    .map(RecordedFact::cloudEvent)
                    .toList();
            var body = bytes(new DryRun(true, facts, resource));
            return new Answer(200, Map.of(), body).toResponse();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** What a command would do. {@code resource} is null when it would be gone. */
    record DryRun(
            boolean dryRun,
            List<RecordedFact.CloudEvent> facts,
            @Nullable Versioned resource) {}

    private Answer answer(int status, Versioned resource) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.ETAG, IfMatch.tag(resource.version()));
        if (status == 201) {
            headers.put(HttpHeaders.LOCATION, request.path() + "/" + resource.id());
        }
        var token = RecordedFacts.of(transaction).stream()
                .map(fact -> fact.topic() + ":" + fact.subject() + ":" + fact.version())
                .collect(Collectors.joining(","));
        if (!token.isEmpty()) {
            headers.put("Consistency-Token", token);
        }
        return new Answer(status, headers, bytes(resource));
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not write the answer", e);
        }
    }

    /** What a command needs to know of its request. */
    @ApplicationScoped
    static class RequestFacts {

        private final HttpHeaders headers;
        private final UriInfo uri;
        private final Request request;
        private final Caller caller;
        private final BodyDigest digest;

        RequestFacts(HttpHeaders headers, UriInfo uri, Request request, Caller caller, BodyDigest digest) {
            this.headers = headers;
            this.uri = uri;
            this.request = request;
            this.caller = caller;
            this.digest = digest;
        }

        String path() {
            return uri.getRequestUri().getPath();
        }

        String bodyDigest() {
            return digest.hex();
        }

        Scope scope(String key) {
            return new Scope(caller.organisation(), request.getMethod(), path(), key);
        }

        boolean dryRun() {
            var asked = uri.getQueryParameters().getFirst(DRY_RUN);
            if (asked == null || asked.equals("false")) {
                return false;
            }
            if (asked.equals("true")) {
                return true;
            }
            throw new ProblemException(
                    Problem.of(400, "malformed", "dryRun is true or false").violation(DRY_RUN, "is true or false"));
        }

        Optional<String> idempotencyKey() {
            var key = headers.getHeaderString("Idempotency-Key");
            if (key != null && (key.isBlank() || key.length() > KEY_LENGTH_MAX)) {
                throw new ProblemException(
                        Problem.of(400, "malformed", "An Idempotency-Key has 1 to " + KEY_LENGTH_MAX + " characters.")
                                .violation("Idempotency-Key", "must have 1 to " + KEY_LENGTH_MAX + " characters"));
            }
            return Optional.ofNullable(key);
        }
    }
}
