package io.lodestone.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lodestone.chassis.outbox.FactTooLarge;
import io.lodestone.contracts.envelope.InvalidPart;
import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Which problem a failure is. Refusals of a service's own are mapped by that service. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05", "22008", "22003", "22007");

    /** SQLSTATE classes: connection, rollback (deadlock), resources, not in the right state, operator, system. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private static final int DEPTH_MAX = 20;

    private Problems() {}

    public static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException e -> e.problem();
            case JsonProcessingException e -> JsonProblems.of(e);
            case ConstraintViolationException e -> invalid(e);
            case UnauthorizedException _, AuthenticationFailedException _ ->
                Problem.of(401, "no-valid-token", "Send a valid token: Authorization: Bearer <token>.");
            case ForbiddenException _ -> Problem.of(403, "forbidden", "Your roles do not allow this.");
            case WebApplicationException e -> ofStatus(e);
            case FactTooLarge e -> Problem.of(413, "too-large", String.valueOf(e.getMessage()));
            default ->
                failure instanceof InvalidPart part
                        ? Problem.invalid(part.component(), part.getMessage())
                        : unstorable(failure).orElseGet(() -> internal(failure));
        };
    }

    /** What the database refuses as data: a character, a day or a number outside of what it can hold. */
    private static Optional<Problem> unstorable(Throwable failure) {
        return sqlState(failure)
                .filter(UNSTORABLE::contains)
                .map(state -> Problem.of(422, "invalid", "A text, day or number of the request cannot be stored."));
    }

    private static Problem ofStatus(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException || e.getCause() instanceof ProblemException) {
            return of(e.getCause());
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 400 -> Problem.of(400, "malformed", "The request is not of the right form: " + e.getMessage());
            case 401 -> of(new UnauthorizedException());
            case 403 -> of(new ForbiddenException());
            case 404 -> Problem.of(404, "not-found", "There is nothing here, or nothing that you may see.");
            case 405 -> notAllowed(e);
            case 406 -> Problem.of(406, "not-acceptable", "This is answered in another media type than you accept.");
            case 413 -> BodyLimit.exceeded().problem();
            case 415 -> Problem.of(415, "unsupported-media-type", "Send application/json, or what the endpoint names.");
            default -> status >= 500 ? internal(e) : Problem.of(status, "refused", String.valueOf(e.getMessage()));
        };
    }

    private static Problem notAllowed(WebApplicationException e) {
        var problem = Problem.of(405, "method-not-allowed", "This address does not know that method.");
        return e instanceof NotAllowedException
                        && !e.getResponse().getAllowedMethods().isEmpty()
                ? problem.with(
                        "allowed",
                        e.getResponse().getAllowedMethods().stream().sorted().toList())
                : problem;
    }

    private static Problem invalid(ConstraintViolationException e) {
        if (e.getConstraintViolations().stream().anyMatch(Problems::isMissingBody)) {
            return Problem.of(400, "malformed", "The request needs a JSON body.");
        }
        var problem = Problem.of(422, "invalid", "Some fields are wrong.");
        var sorted = e.getConstraintViolations().stream()
                .sorted((a, b) -> a.getPropertyPath()
                        .toString()
                        .compareTo(b.getPropertyPath().toString()))
                .toList();
        for (var violation : sorted) {
            problem = problem.violation(field(violation), violation.getMessage());
        }
        return problem;
    }

    private static boolean isMissingBody(ConstraintViolation<?> violation) {
        var last = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .reduce((_, next) -> next);
        return violation.getInvalidValue() == null
                && last.filter(node -> node.getKind() == ElementKind.PARAMETER).isPresent();
    }

    /** The path without the names of method and parameter, which are ours and not the caller's. */
    private static String field(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node ->
                        node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .map(Object::toString)
                .toList();
        return nodes.isEmpty() ? violation.getPropertyPath().toString() : String.join(".", nodes);
    }

    private static Problem internal(Throwable failure) {
        var trace = Arc.container().requestContext().isActive()
                ? Arc.container().instance(Trace.class).get().traceId()
                : "none";
        if (isDatabaseAway(failure)) {
            LOG.warnf("the database is away, trace %s: %s", trace, failure.getMessage());
            return Problem.of(503, "try-again", "The service cannot answer just now. Try again.")
                    .with("trace", trace);
        }
        LOG.errorf(failure, "failed, trace %s", trace);
        return Problem.of(500, "internal", "Something went wrong on our side.").with("trace", trace);
    }

    /** Away, busy, or it broke off what took too long: the same may go well the next time. */
    private static boolean isDatabaseAway(Throwable failure) {
        return sqlState(failure)
                .filter(state -> state.isEmpty() || PASSING.contains(state.substring(0, 2)))
                .isPresent();
    }

    /** The SQLSTATE of the database's refusal, empty text when it gave none. */
    private static Optional<String> sqlState(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql.getSQLState() == null ? "" : sql.getSQLState());
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
