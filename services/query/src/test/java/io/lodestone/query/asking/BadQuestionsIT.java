package io.lodestone.query.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a question is refused by name, with what is allowed, by everything that answers questions. */
@QuarkusTest
@WithBackbone(service = "query")
class BadQuestionsIT {

    private static final List<String> ENDPOINTS = List.of(
            "exposure?",
            "exposure/entries?",
            "exposure/explain?measure=outstanding&",
            "exposure/changes?from=2025-01-01&",
            "exposure/history?from=2025-01-01&",
            "exposure/concentration?by=country&",
            "exposure/stream?",
            "pipeline?");

    /** What is given, the answer's status and problem, and the field it names; a star where it lists what is allowed. */
    private static final List<String> BAD_ANYWHERE = List.of(
            "colour=red 400 malformed colour *",
            "agency=DFK 422 invalid agency *",
            "mineral=COPPPER 422 invalid mineral *",
            "status=DRAFT 422 invalid status *",
            "currency=BTC 422 invalid currency *",
            "currency=USD&currency=EUR 400 malformed currency",
            "project=x 400 malformed project",
            "obligor=a%00b 400 malformed obligor",
            "knownAt=yesterday 400 malformed knownAt",
            "knownAt=2999-01-01T00:00:00Z 422 invalid knownAt",
            "total=true 422 no-total total *");

    private static final List<String> BAD_DAY =
            List.of("asOf=2025-02-30 400 malformed asOf", "asOf=2999-01-01 422 invalid asOf");

    private static final List<String> BAD_CUT =
            List.of("by=colour 400 malformed by *", "by=agency,agency 400 malformed by *");

    private static final List<String> BAD_RATES = List.of("rates=best 422 invalid rates *");

    private static final Set<String> OF_SPANS = Set.of("exposure/changes", "exposure/history", "exposure/stream");
    private static final Set<String> UNCUT = Set.of("exposure/entries", "exposure/explain");
    private static final Set<String> CONVERTING = Set.of("exposure", "exposure/explain", "exposure/concentration");

    private static final List<String> OF_ONE_ENDPOINT = List.of(
            "exposure/explain 422 no-total measure *",
            "exposure/explain?measure=total 422 no-total measure *",
            "exposure/explain?measure=weight 422 invalid measure *",
            "exposure/explain?measure=paid&limit=0 400 malformed limit",
            "exposure/changes 400 malformed from",
            "exposure/changes?from=2025-02-01&to=2025-01-01 422 invalid from",
            "exposure/history?step=hour 422 invalid step *",
            "exposure/history?from=2025-02-30 400 malformed from",
            "exposure/history?from=1990-01-01&step=day 400 malformed from *",
            "exposure/concentration 400 malformed by *",
            "exposure/concentration?by=country&measure=sum 422 no-total measure *",
            "exposure/concentration?by=country&top=501 400 malformed top",
            "exposure/stream?since=yesterday 400 malformed since",
            "exposure/stream?asOf=2025-01-01 400 malformed asOf *",
            "exposure/entries?limit=0 400 malformed limit",
            "exposure/entries?after=xyz 400 malformed after",
            "limit-usage?near=most 400 malformed near",
            "limit-usage?agency=DFC 400 malformed agency *",
            "supply/concentration?mineral=COPPPER 422 invalid mineral *",
            "supply/concentration?year=soon 400 malformed year",
            "fx-rates?currency=BTC 422 invalid currency *");

    static Stream<String> questions() {
        return Stream.concat(ENDPOINTS.stream().flatMap(BadQuestionsIT::asked), OF_ONE_ENDPOINT.stream());
    }

    private static Stream<String> asked(String endpoint) {
        var name = endpoint.substring(0, endpoint.indexOf('?'));
        return Stream.of(
                        BAD_ANYWHERE,
                        OF_SPANS.contains(name) ? List.<String>of() : BAD_DAY,
                        UNCUT.contains(name) || endpoint.contains("by=") ? List.<String>of() : BAD_CUT,
                        CONVERTING.contains(name) ? BAD_RATES : List.<String>of())
                .flatMap(List::stream)
                .map(bad -> endpoint + bad);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isRefusedByNameWithWhatIsAllowed(String line) {
        var words = line.split(" ");

        var answer = Tokens.of("analyst")
                .request()
                .urlEncodingEnabled(false)
                .accept(words[0].startsWith("exposure/stream") ? "text/event-stream" : "application/json")
                .get("/v1/" + words[0]);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(Integer.parseInt(words[1]));
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat((String) answer.path("type")).endsWith("/" + words[2]);
        assertThat((String) answer.path("violations[0].field")).isEqualTo(words[3]);
        if (words.length > 4) {
            assertThat((List<String>) answer.path("allowed")).isNotEmpty();
        }
    }
}
