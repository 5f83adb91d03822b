package io.lodestone.deals;

import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists: their order, their fields and the forms they come in. */
@QuarkusTest
@WithBackbone(service = "deals")
class ListsIT {

    private static final List<String> REFERENCES = new ArrayList<>();

    private static UUID project;

    /** Once: the list only grows. */
    @BeforeEach
    void threeDeals() {
        if (!REFERENCES.isEmpty()) {
            return;
        }
        project = project(UUID.randomUUID().toString());
        for (var letter : List.of("b", "c", "a")) {
            REFERENCES.add(propose(letter));
        }
    }

    @Test
    void theListIsStreamedWholeAsNdjsonAndCsv() {
        var lines = stream("application/x-ndjson", "limit=1").lines().map(JsonPath::from);
        assertThat(lines).extracting(line -> line.getString("reference")).containsAll(REFERENCES);

        var rows = stream("text/csv", "sort=reference").lines().toList();
        assertThat(rows.getFirst())
                .startsWith("id,reference,agency,program,instrument,title,projectId,packageId,obligor.name,")
                .contains(",headline.amount,headline.currency,", ",figures.undrawn,")
                .endsWith(",changedAt,version");
        assertThat(rows.get(1)).contains("\"A mine, and more\"", ",\"Serra Verde ", ",BR,", ",465000000.00,USD,");

        assertThat(stream("application/x-ndjson", "agency=EXIM")).isEmpty();
        assertThat(stream("text/csv", "agency=EXIM&fields=id,headline"))
                .isEqualTo("id,headline.amount,headline.currency\n");
    }

    @Test
    void pagesStayInOrderWhileDealsAreAdded() {
        var first = analyst().get(list("sort=-reference&limit=2"));
        var late = propose("zz");
        var second =
                analyst().urlEncodingEnabled(false).get(first.header("Link").replaceFirst("^<([^>]*)>.*", "$1"));
        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.jsonPath().<String>getList("items.reference").stream()))
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .containsAll(REFERENCES)
                .doesNotContain(late);
    }

    @Test
    void whoNamesFieldsGetsNoOthers() {
        var item = analyst()
                .get(list("fields=reference,figures&limit=1"))
                .jsonPath()
                .getMap("items[0]");
        assertThat(item).containsOnlyKeys("reference", "figures");
        assertThat(stream("application/x-ndjson", "fields=version").lines()).contains("{\"version\":1}");
    }

    @Test
    void whatChangedSinceAMomentIsListed() {
        var before = Instant.now().minusSeconds(3600);
        assertThat(references("changedSince=" + before + "&sort=changedAt")).containsSubsequence(REFERENCES);
        assertThat(references("changedSince=" + Instant.now().plusSeconds(3600)))
                .isEmpty();
    }

    @Test
    void whatAListDoesNotHaveIsRefusedWithWhatItHas() {
        assertThatProblem(analyst().get(list("sort=title")))
                .is(400, "malformed")
                .violates("sort")
                .allows("agency", "changedAt", "id", "instrument", "reference");
        assertThatProblem(analyst().get(list("fields=id,colour")))
                .is(400, "malformed")
                .violates("fields");
        var byReference =
                analyst().get(list("sort=reference&limit=1")).jsonPath().getString("next");
        for (var wrong : List.of("after=nonsense", "sort=-reference&after=" + byReference)) {
            assertThatProblem(analyst().get(list(wrong))).is(400, "malformed").violates("after");
            assertThatProblem(analyst().accept("text/csv").get(list(wrong))).is(400, "malformed");
        }
        assertThatProblem(analyst().get(list("changedSince=yesterday")))
                .is(422, "invalid")
                .violates("changedSince");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/deals", "/v1/offtakes"})
    void theFormIsWhatTheCallerAccepts(String path) {
        for (var accept : List.of("*/*", "application/*", "application/json", "text/csv;q=0.1, application/json")) {
            assertThat(analyst().accept(accept).get(path).contentType())
                    .as(accept)
                    .startsWith("application/json");
        }
        assertThat(analyst().accept("text/*").get(path).contentType()).startsWith("text/csv");
    }

    @Test
    void aFormThatAListDoesNotHaveIsRefusedWithThoseItHas() {
        assertThatProblem(analyst().accept("text/html").get("/v1/offtakes"))
                .is(406, "not-acceptable")
                .allows("application/json", "application/x-ndjson", "text/csv");
        assertThatProblem(analyst().accept("text/html").get("/v1/deals"))
                .is(406, "not-acceptable")
                .allows("application/json", "application/x-ndjson", "text/csv", "application/vnd.iati+xml");
    }

    @Test
    void offtakesAreSortedAndStreamedToo() {
        var rows = analyst()
                .accept("text/csv")
                .get("/v1/offtakes?sort=-changedAt&fields=reference,seller")
                .asString();
        assertThat(rows.lines().findFirst().orElseThrow()).startsWith("reference,seller.name,seller.country");
        assertThatProblem(analyst().get("/v1/offtakes?mineral=COPER"))
                .is(422, "invalid")
                .violates("mineral");
        assertThat(analyst()
                        .get("/v1/offtakes?agency=DFC&status=SIGNED&mineral=COPPER&projectId=" + project)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static String propose(String letter) {
        var reference = letter + "-" + UUID.randomUUID();
        var body = proposal(project, "")
                .replaceFirst("\"reference\":\"[^\"]*\"", "\"reference\":\"" + reference + "\"")
                .replace("Pela Ema expansion", "A mine, and more");
        officer().body(body).post("/v1/deals").then().statusCode(201);
        return reference;
    }

    private static List<String> references(String asked) {
        return analyst().get(list(asked)).jsonPath().getList("items.reference");
    }

    private static String stream(String type, String asked) {
        var answer = analyst().accept(type).get(list(asked));
        assertThat(answer.statusCode()).as(asked).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(type);
        return answer.asString();
    }

    private static String list(String asked) {
        return "/v1/deals?projectId=" + project + "&" + asked;
    }
}
