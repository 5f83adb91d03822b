package io.lodestone.testing;

import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.builder.ResponseBuilder;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

class ProblemAssertTest {

    private static final String BODY = """
            {"type":"/problems/illegal-move","title":"Illegal move","status":409,"detail":"a draft cannot be approved",
             "allowed":["SUBMITTED"],"violations":[{"field":"headline.amount","message":"is negative"}],"rule":"S3"}
            """;

    @Test
    void aProblemIsReadAsAWhole() {
        assertThatProblem(answer("application/problem+json", 409))
                .is(409, "illegal-move")
                .says("draft")
                .allows("SUBMITTED")
                .violates("headline.amount")
                .has("rule", "S3");
    }

    @Test
    void whatIsNotThereIsMissed() {
        var problem = assertThatProblem(answer("application/problem+json", 409));

        assertThatThrownBy(() -> problem.is(409, "no-such-deal")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> problem.violates("title")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> problem.allows("SIGNED")).isInstanceOf(AssertionError.class);
    }

    @Test
    void plainJsonIsNoProblem() {
        assertThatThrownBy(() -> assertThatProblem(answer("application/json", 409)))
                .hasMessageContaining("content type");
    }

    @Test
    void aStatusThatTheBodyDeniesIsRefused() {
        assertThatThrownBy(() -> assertThatProblem(answer("application/problem+json", 422)))
                .isInstanceOf(AssertionError.class);
    }

    private static Response answer(String contentType, int status) {
        return new ResponseBuilder()
                .setStatusCode(status)
                .setContentType(contentType)
                .setBody(BODY)
                .build();
    }
}
