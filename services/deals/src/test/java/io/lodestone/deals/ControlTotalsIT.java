package io.lodestone.deals;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lodestone.contracts.deals.ControlTotals;
import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Control totals stand on the topic where they are true, whatever else is written meanwhile. */
@QuarkusTest
@WithBackbone(service = "deals")
class ControlTotalsIT {

    /** Of an agency that no other test acts for. */
    private static final String AGENCY = "TREASURY";

    private static final List<String> FIGURES =
            List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding", "contingent", "paid", "writtenOff");

    private static UUID project = new UUID(0, 0);

    @Inject
    DataSource database;

    @BeforeAll
    static void aProject() {
        project = project(UUID.randomUUID().toString());
    }

    @Test
    void theyAreExactlyTheFactsBeforeThem() throws Exception {
        var running = new AtomicBoolean(true);
        var runs = new ArrayList<UUID>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var clients = new ArrayList<Callable<Boolean>>();
            for (int client = 0; client < 4; client++) {
                clients.add(() -> {
                    do {
                        aDealMoves();
                    } while (running.get());
                    return true;
                });
            }
            var working = clients.stream().map(pool::submit).toList();
            try {
                for (int run = 0; run < 4; run++) {
                    runs.add(published().jsonPath().getUUID("id"));
                }
            } finally {
                running.set(false);
            }
            for (var client : working) {
                assertThat(client.get()).isTrue();
            }
        }
        var last = published();
        runs.add(last.jsonPath().getUUID("id"));
        for (var fact : last.getHeader("Consistency-Token").split(",")) {
            var parts = fact.split(":");
            TopicReader.of(DEALS).await(UUID.fromString(parts[1]), Long.parseLong(parts[2]));
        }
        var topic = TopicReader.of(DEALS).all();
        for (var run : runs) {
            var cut = cut(topic, run);
            assertThat(told(cut)).as("run " + run).isEqualTo(folded(topic, cut));
        }
        assertThat(told(cut(topic, runs.getLast())).get("deals 1")).isGreaterThanOrEqualTo(new BigDecimal(4));
    }

    @Test
    void aRunIsShownToOperatorsOnly() {
        var run = published();
        assertThat(run.header("Location"))
                .isEqualTo("/v1/control-totals/" + run.jsonPath().getString("id"));
        var read = operator().get(run.header("Location")).jsonPath();
        assertThat(read.getString("takenBy")).isEqualTo("otto");
        assertThat(read.getList("lines")).isEqualTo(run.jsonPath().getList("lines"));
        var listed = operator().get("/v1/control-totals?limit=1").jsonPath();
        assertThat(listed.getString("items[0].id")).isEqualTo(run.jsonPath().getString("id"));
        assertThat(listed.getList("items[0].lines")).isNull();
        assertThatProblem(operator().get("/v1/control-totals/" + UUID.randomUUID()))
                .is(404, "not-found");
        assertThatProblem(officer().post("/v1/control-totals")).is(403, "forbidden");
        assertThatProblem(officer().get("/v1/control-totals")).is(403, "forbidden");
    }

    @Test
    void theyDoNotHoldUpOthersBehindSomebodyWhoHangs() throws Exception {
        try (var hanging = database.getConnection()) {
            hanging.setAutoCommit(false);
            hanging.createStatement().execute("select limits_shared()");
            assertThatProblem(operator().post("/v1/control-totals")).is(503, "try-again");
            hanging.rollback();
        }
        assertThat(published().statusCode()).isEqualTo(201);
    }

    private static RequestSpecification operator() {
        return Tokens.of("operator").subject("otto").request();
    }

    private static RequestSpecification ours() {
        return Tokens.of("deal-officer").agency(AGENCY).subject("tess").request();
    }

    private static Response published() {
        var answer = operator().post("/v1/control-totals");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static void aDealMoves() {
        var body = proposal(project, "").replace("\"agency\":\"DFC\"", "\"agency\":\"" + AGENCY + "\"");
        var deal = ours().body(body).post("/v1/deals").jsonPath().getUUID("id");
        act(ours(), deal, "application", "{\"headline\":{\"amount\":\"7.01\",\"currency\":\"USD\"}}");
        act(ours(), deal, "due-diligence", "{}");
    }

    /** The run's fact of each partition. */
    private static Map<Integer, CloudEvent> cut(List<CloudEvent> topic, UUID run) {
        var cut = new TreeMap<Integer, CloudEvent>();
        for (var event : topic) {
            if (event.data().path("runId").asText().equals(run.toString())) {
                assertThat(event.data().path("part").asInt()).isEqualTo(event.partition());
                assertThat(event.data().path("releaseClass").asText()).isEqualTo("RESTRICTED");
                assertThat(cut.put(event.partition(), event)).isNull();
            }
        }
        assertThat(cut).hasSize(cut.get(0).data().path("parts").asInt());
        return cut;
    }

    private static Map<String, BigDecimal> told(Map<Integer, CloudEvent> cut) {
        var told = new TreeMap<String, BigDecimal>();
        for (var part : cut.values()) {
            for (var line : part.data().path("lines")) {
                if (line.path("agency").asText().equals(AGENCY)) {
                    add(told, line.path("measure").asText() + " 1", amount(line.path("sum")));
                    add(told, line.path("measure").asText() + " number", amount(line.path("weighed")));
                }
            }
        }
        return told;
    }

    /** The newest fact of each deal before the cut. */
    private static Map<String, BigDecimal> folded(List<CloudEvent> topic, Map<Integer, CloudEvent> cut) {
        var newest = new HashMap<UUID, CloudEvent>();
        for (var event : topic) {
            if (event.data().path("agency").asText().equals(AGENCY)
                    && event.offset() < cut.get(event.partition()).offset()) {
                newest.put(event.subject(), event);
            }
        }
        var folded = new TreeMap<String, BigDecimal>();
        newest.forEach((deal, event) -> {
            var number = BigDecimal.valueOf(ControlTotals.numberOf(deal));
            addWeighed(folded, "deals", BigDecimal.ONE, number);
            addWeighed(folded, "facts", BigDecimal.valueOf(event.version()), number);
            for (var figure : FIGURES) {
                addWeighed(folded, figure, amount(event.data().path("figures").path(figure)), number);
            }
        });
        return folded;
    }

    private static void addWeighed(Map<String, BigDecimal> sums, String name, BigDecimal amount, BigDecimal number) {
        add(sums, name + " 1", amount);
        add(sums, name + " number", amount.multiply(number));
    }

    private static BigDecimal amount(JsonNode text) {
        return new BigDecimal(text.asText());
    }

    /** All in one scale, so that equal amounts are equal objects. */
    private static void add(Map<String, BigDecimal> sums, String name, BigDecimal amount) {
        if (amount.signum() != 0) {
            sums.merge(name, amount.setScale(2), BigDecimal::add);
        }
    }
}
