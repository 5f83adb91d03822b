package io.lodestone.testing;

import io.restassured.response.Response;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/**
 * Reads an answer as RFC 9457 problem+json:
 * {@code assertThatProblem(response).is(409, "illegal-move").allows("SUBMITTED")}.
 */
public final class ProblemAssert extends AbstractAssert<ProblemAssert, Response> {

    private ProblemAssert(Response actual) {
        super(actual, ProblemAssert.class);
    }

    /** Fails at once when the answer is not problem+json with a type, a title and the status it was sent with. */
    public static ProblemAssert assertThatProblem(Response answer) {
        var problem = new ProblemAssert(answer);
        Assertions.assertThat(answer.contentType())
                .as("content type of %s", problem.text())
                .startsWith("application/problem+json");
        Assertions.assertThat((Object) answer.path("status"))
                .as("status in %s", problem.text())
                .isEqualTo(answer.statusCode());
        Assertions.assertThat((String) answer.path("title"))
                .as("title in %s", problem.text())
                .isNotBlank();
        return problem;
    }

    /** @param slug the last part of the problem's type */
    public ProblemAssert is(int status, String slug) {
        String type = Objects.requireNonNullElse(actual.path("type"), "");
        Assertions.assertThat(actual.statusCode() + " " + type.substring(type.lastIndexOf('/') + 1))
                .as(text())
                .isEqualTo(status + " " + slug);
        return this;
    }

    /** @param fields paths of the wrong fields, {@code headline.amount}; others may be named too */
    public ProblemAssert violates(String... fields) {
        List<String> named = actual.path("violations.field");
        Assertions.assertThat(named).as(text()).isNotNull().contains(fields);
        return this;
    }

    /** What the client may do instead, exactly, in any order. */
    public ProblemAssert allows(String... alternatives) {
        List<String> allowed = actual.path("allowed");
        Assertions.assertThat(allowed).as(text()).isNotNull().containsExactlyInAnyOrder(alternatives);
        return this;
    }

    public ProblemAssert says(String... words) {
        Assertions.assertThat((String) actual.path("detail")).as(text()).contains(words);
        return this;
    }

    /** An extension of its own: {@code rule}, {@code until}. */
    public ProblemAssert has(String extension, Object value) {
        Assertions.assertThat((Object) actual.path(extension)).as(text()).isEqualTo(value);
        return this;
    }

    private String text() {
        return actual.statusCode() + " " + actual.asString();
    }
}
