package io.lodestone.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.json.Json;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Mineral;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemsTest {

    private static final ObjectMapper STRICT = Json.strict(new ObjectMapper());

    record Basket(List<String> fruits) {
        Basket {
            fruits = List.copyOf(fruits);
        }
    }

    record Command(
            @Nullable String title,
            @Nullable Money headline,
            @Nullable Mineral mineral,
            @Nullable LocalDate effectiveOn,
            @Nullable Integer years,
            @Nullable List<Money> parts,
            @Nullable Shape shape,
            @Nullable Basket basket) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Shape.Circle.class, name = "CIRCLE"),
        @JsonSubTypes.Type(value = Shape.Square.class, name = "SQUARE")
    })
    sealed interface Shape {
        record Circle(@Nullable Integer radius) implements Shape {}

        record Square(@Nullable Integer side) implements Shape {}
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"title":                                                      | 400 | malformed     |
                    {"title":"a"} x                                                | 400 | malformed     |
                    {"title":"a","title":"b"}                                      | 400 | malformed     |
                    []                                                             | 400 | malformed     |
                    {"titel":"a"}                                                  | 400 | unknown-field | titel
                    {"headline":{"amount":"1.00","currency":"USD","cents":1}}      | 400 | unknown-field | headline.cents
                    {"title":5}                                                    | 400 | malformed     | title
                    {"years":"5"}                                                  | 400 | malformed     | years
                    {"years":5.5}                                                  | 400 | malformed     | years
                    {"headline":{"amount":1.00,"currency":"USD"}}                  | 400 | malformed     | headline.amount
                    {"headline":{"amount":"much","currency":"USD"}}                | 422 | invalid       | headline.amount
                    {"headline":{"amount":"1e3","currency":"USD"}}                 | 422 | invalid       | headline.amount
                    {"headline":{"amount":"1.001","currency":"USD"}}               | 422 | invalid       | headline.amount
                    {"headline":{"amount":"1.00","currency":"USX"}}                | 422 | invalid       | headline.currency
                    {"headline":{"amount":"1.00"}}                                 | 422 | invalid       | headline.currency
                    {"parts":[{"amount":"1","currency":"USD"},{"amount":"1","currency":"usd"}]} | 422 | invalid | parts[1].currency
                    {"mineral":"COPER"}                                            | 422 | invalid       | mineral
                    {"effectiveOn":"2026-02-30"}                                   | 422 | invalid       | effectiveOn
                    {"effectiveOn":20000}                                          | 400 | malformed     | effectiveOn
                    {"shape":{"kind":"CIRCEL","radius":1}}                         | 422 | invalid       | shape.kind
                    {"shape":{"radius":1}}                                         | 422 | invalid       | shape.kind
                    {"shape":"CIRCLE"}                                             | 422 | invalid       | shape.kind
                    {"headline":"1.00"}                                            | 400 | malformed     | headline
                    {"parts":{"amount":"1","currency":"USD"}}                      | 400 | malformed     | parts
                    {"basket":{"fruits":["apple",null]}}                           | 400 | malformed     | basket
                    {"mineral":["COPPER"]}                                         | 400 | malformed     | mineral
                    {"shape":{"kind":"CIRCLE","side":1}}                           | 400 | unknown-field | shape.side
                    """)
    void aWrongBodyIsToldWhatIsWrong(String body, int status, String slug, @Nullable String field) {
        var problem = problem(body);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.slug()).isEqualTo(slug);
        assertThat(problem.detail()).doesNotContain("io.lodestone", "java.", "Cannot", "`");
        if (field != null) {
            assertThat(problem.body().get("violations"))
                    .asList()
                    .extracting(violation -> ((Problem.Violation) violation).field())
                    .containsExactly(field);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"title":5}                                 | title is of the wrong type: must be a text in quotes
                    {"years":"5"}                               | years is of the wrong type: must be a whole number
                    {"headline":"1.00"}                         | headline is of the wrong type: must be an object
                    {"headline":{"amount":1,"currency":"USD"}}  | headline.amount is of the wrong type: must be a decimal in quotes, for example "1250000000.00"
                    {"parts":{}}                                | parts is of the wrong type: must be a list
                    """)
    void aWrongTypeIsToldWhatWouldBeRight(String body, String detail) {
        assertThat(problem(body).detail()).isEqualTo(detail);
    }

    @Test
    void anUnknownCodeIsAnsweredWithTheNearestKnown() {
        assertThat(problem("{\"mineral\":\"COPER\"}").extensions().get("allowed"))
                .asList()
                .hasSizeLessThanOrEqualTo(5)
                .startsWith("COPPER");
    }

    @Test
    void aShapeOfALaterBuildIsSteppedOverInFacts() throws JsonProcessingException {
        var fact = Json.tolerant()
                .readValue("{\"title\":\"a\",\"shape\":{\"kind\":\"HEXAGON\",\"side\":1}}", Command.class);
        assertThat(fact.title()).isEqualTo("a");
        assertThat(fact.shape()).isNull();
    }

    private static Problem problem(String body) {
        try {
            throw new AssertionError("was taken: " + STRICT.readValue(body, Command.class));
        } catch (JsonProcessingException e) {
            return JsonProblems.of(e);
        }
    }
}
