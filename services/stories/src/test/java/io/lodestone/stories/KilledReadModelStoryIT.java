package io.lodestone.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lodestone.local.Service;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One of two instances of the query service is killed in the middle of a batch, of a rebuild and of a swap, where a lock
 * makes it wait. The other one answers all the while and goes on, and then each figure is what the facts say. A rebuild
 * outlives its database too.
 */
@ExtendWith(OverLodestone.class)
class KilledReadModelStoryIT {

    private static final String REBUILDS = "/v1/read-models/rebuilds";
    private static final Duration CALM = Duration.ofSeconds(90);
    private static final int DEALS = 12;

    private final Lodestone lodestone;
    private final Person officer;
    private final Person analyst;
    private final Person operator;

    KilledReadModelStoryIT(Lodestone lodestone) {
        this.lodestone = lodestone;
        this.officer = lodestone.person("olga", "EXIM", "deal-officer");
        this.analyst = lodestone.person("ines", "", "analyst");
        this.operator = lodestone.person("otto", "", "operator");
    }

    @BeforeEach
    void twoInstances() {
        lodestone.up();
        lodestone.startBeside(Service.QUERY);
    }

    @AfterEach
    void oneInstance() {
        lodestone.stopBeside();
        lodestone.up();
    }

    @Test
    void aKilledBatchHappensWholeOrNotAtAll() throws Exception {
        var project = Loans.mine(lodestone);
        try (var databases = new Databases(lodestone);
                var reads = new Reads(lodestone, analyst)) {
            awaitHeard(databases, project);
            var cells = "exposure_cell_" + live(databases);
            try (var gate = Gate.shut(lodestone, databases, "lock table " + cells + " in share mode")) {
                propose(project, 1);
                var victim = gate.awaitWho("insert into " + cells);
                assertThat(pipeline(project))
                        .as("its entries are written, not yet its cells")
                        .isZero();
                if (victim.equals("query-2")) {
                    lodestone.killBeside(Service.QUERY);
                } else {
                    lodestone.kill(Service.QUERY);
                }
            }

            await().atMost(Pace.stretched(CALM))
                    .untilAsserted(() -> assertThat(pipeline(project)).isEqualByComparingTo("1000000.01"));
            everyReadWasAnswered(reads);
            everythingIsInOrder(databases, project);
            assertThat(ended(operator.ask(Service.QUERY).post(REBUILDS).path("id"))
                            .getString("status"))
                    .as("what was folded after the kill is what the topics say")
                    .isEqualTo("SWAPPED");
        }
    }

    @Test
    void aKilledRebuildIsGoneOnWithByTheInstanceThatLives() throws Exception {
        var project = Loans.mine(lodestone);
        propose(project, DEALS);
        try (var databases = new Databases(lodestone);
                var reads = new Reads(lodestone, analyst);
                var _ = WaitingSteps.after(3, lodestone)) {
            String id;
            JsonPath left;
            try (var gate = Gate.shut(lodestone, databases, WaitingSteps.LOCK)) {
                id = operator.ask(Service.QUERY).post(REBUILDS).path("id");
                gate.awaitWho("insert into read_model_rebuild_step");
                lodestone.kill(Service.QUERY);
                left = rebuild(id);
                propose(project, 1);
            }

            var rebuild = ended(id);
            assertThat(left.getString("status")).isEqualTo("RUNNING");
            assertThat(left.getLong("heard")).isPositive().isLessThan(left.getLong("toHear"));
            assertThat(rebuild.getString("status")).as(rebuild.prettify()).isEqualTo("SWAPPED");
            assertThat(rebuild.getInt("attempt")).isEqualTo(2);
            assertThat(rebuild.getLong("heard"))
                    .as("no step twice")
                    .isEqualTo(rebuild.getLong("toHear"))
                    .isEqualTo(left.getLong("toHear"));
            everyReadWasAnswered(reads);
            everythingIsInOrder(databases, project);
        }
    }

    @Test
    void aRebuildGoesOnWhenItsDatabaseWasKilled() throws Exception {
        var project = Loans.mine(lodestone);
        propose(project, DEALS);
        try (var databases = new Databases(lodestone);
                var _ = WaitingSteps.after(3, lodestone)) {
            String id;
            try (var gate = Gate.shut(lodestone, databases, WaitingSteps.LOCK)) {
                id = operator.ask(Service.QUERY).post(REBUILDS).path("id");
                gate.awaitWho("insert into read_model_rebuild_step");
                new Processes(lodestone).kill("postgres");
            }
            lodestone.up();

            var rebuild = ended(id);
            assertThat(rebuild.getString("status")).as(rebuild.prettify()).isEqualTo("SWAPPED");
            assertThat(rebuild.getInt("attempt")).isEqualTo(2);
        }
        try (var databases = new Databases(lodestone)) {
            everythingIsInOrder(databases, project);
        }
    }

    @Test
    void aKilledSwapHappensWholeOrNotAtAll() throws Exception {
        var project = Loans.mine(lodestone);
        propose(project, DEALS);
        try (var databases = new Databases(lodestone);
                var reads = new Reads(lodestone, analyst)) {
            int before = live(databases);
            String id;
            try (var gate =
                    Gate.shut(lodestone, databases, "select generation from live_generation for no key update")) {
                id = operator.ask(Service.QUERY).post(REBUILDS).path("id");
                gate.awaitWho("update live_generation");
                lodestone.kill(Service.QUERY);
                assertThat(rebuild(id).getString("status")).isEqualTo("RUNNING");
                assertThat(live(databases)).isEqualTo(before);
            }

            var rebuild = ended(id);
            assertThat(rebuild.getString("status")).as(rebuild.prettify()).isEqualTo("SWAPPED");
            assertThat(rebuild.getInt("attempt")).isEqualTo(2);
            assertThat(live(databases)).isEqualTo(rebuild.getInt("generation")).isNotEqualTo(before);
            everyReadWasAnswered(reads);
            everythingIsInOrder(databases, project);
        }
    }

    private static void awaitHeard(Databases databases, String project) {
        await().atMost(Pace.stretched(CALM))
                .until(() -> databases
                                .read(
                                        Service.QUERY,
                                        "select count(*) from project_fact where project_id = '" + project + "'",
                                        row -> row.getInt(1))
                                .getFirst()
                        == 1);
    }

    private void propose(String project, int deals) {
        for (int i = 0; i < deals; i++) {
            officer.create(Service.DEALS, "/v1/deals", Loans.loan(project, "1000000.01"));
        }
    }

    /** As whoever lives tells it. */
    private BigDecimal pipeline(String project) {
        return new BigDecimal(
                living(analyst, "/v1/exposure?by=mineral&project=" + project).getString("total.pipeline"));
    }

    private JsonPath rebuild(String id) {
        return living(operator, REBUILDS + "/" + id);
    }

    private JsonPath ended(String id) {
        return await().ignoreExceptions()
                .atMost(Pace.stretched(CALM))
                .until(() -> rebuild(id), rebuild -> !rebuild.getString("status")
                        .equals("RUNNING"));
    }

    /** The second instance is asked while there is one, else the first. */
    private JsonPath living(Person who, String path) {
        return Person.ok(who.ask(Service.QUERY)
                        .baseUri(lodestone.otherUrl(Service.QUERY))
                        .get(path))
                .jsonPath();
    }

    private static void everyReadWasAnswered(Reads reads) {
        int before = reads.answers();
        await().atMost(CALM).until(() -> reads.answers() > before + 5);
        assertThat(reads.failures()).isEmpty();
        System.out.println("Story: " + reads);
    }

    private static int live(Databases databases) throws SQLException {
        return databases
                .read(
                        Service.QUERY,
                        "select id from ledger_generation join live_generation on id = generation",
                        row -> row.getInt(1))
                .getFirst();
    }

    /** Cells are their entries, entries the facts, and the facts what the deals service's own rows say. */
    private void everythingIsInOrder(Databases databases, String project) {
        lodestone.up();
        await().atMost(Pace.stretched(CALM)).untilAsserted(() -> {
            var figures = new Exposures(lodestone).collect(databases, List.of(project));
            assertThat(figures.own()).isNotEmpty();
            figures.own().forEach((cell, own) -> assertThat(figures.shown().getOrDefault(cell, BigDecimal.ZERO))
                    .as(cell)
                    .isEqualByComparingTo(own));
        });
        String id = operator.ask(Service.QUERY).post("/v1/reconciliation").path("id");
        var run = await().atMost(Pace.stretched(CALM))
                .until(() -> living(operator, "/v1/reconciliation/" + id), one -> !one.getString("status")
                        .equals("RUNNING"));
        assertThat(run.getString("status")).as(run.prettify()).isEqualTo("EQUAL");
    }
}
