package io.lodestone.deals;

import static io.lodestone.deals.SomeLimitRequests.approve;
import static io.lodestone.deals.SomeLimitRequests.check;
import static io.lodestone.deals.SomeLimitRequests.examined;
import static io.lodestone.deals.SomeLimitRequests.limit;
import static io.lodestone.deals.SomeLimitRequests.someObligor;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Headroom for ten, fifty who want it, half of them by a hold first: at no commit is more used and held than there is. */
@QuarkusTest
@WithBackbone(service = "deals")
class HeadroomAtOnceIT {

    private static final int SAMPLES_MAX = 100_000;
    private static final BigDecimal THRESHOLD = new BigDecimal("1000.00");

    private final DataSource database;

    HeadroomAtOnceIT(DataSource database) {
        this.database = database;
    }

    private record Answers(Response hold, Response approval) {}

    @Test
    void holdsAndApprovalsShareTheHeadroomToTheLastDollar() throws Exception {
        var obligor = someObligor();
        var limit = limit(obligor, THRESHOLD.toPlainString(), "BLOCK");
        var deals = examined(obligor, 50);
        var answers = new ArrayList<Answers>();
        try (var pool = Executors.newFixedThreadPool(50)) {
            var clients = new ArrayList<Future<Answers>>();
            for (int i = 0; i < deals.size(); i++) {
                var deal = deals.get(i);
                boolean first = i % 2 == 0;
                clients.add(pool.submit(
                        () -> new Answers(check(deal, first ? "{\"hold\":true}" : "{\"hold\":false}"), approve(deal))));
            }
            assertThat(mostEverTaken(limit, clients)).isLessThanOrEqualTo(THRESHOLD);
            for (var client : clients) {
                answers.add(client.get());
            }
        }

        assertThat(answers)
                .filteredOn(answer -> answer.approval().statusCode() == 200)
                .hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.approval().statusCode() != 200)
                .allSatisfy(answer -> assertThatProblem(answer.approval()).is(409, "limit-exceeded"));
        assertThat(answers)
                .filteredOn(answer -> answer.hold().jsonPath().getString("holdId") != null)
                .as("who holds headroom may spend it")
                .allSatisfy(answer -> assertThat(answer.approval().statusCode()).isEqualTo(200));
        var use = officer().get("/v1/limits/" + limit).jsonPath();
        assertThat(new BigDecimal(use.getString("uses[0].used"))).isEqualByComparingTo(THRESHOLD);
        assertThat(new BigDecimal(use.getString("uses[0].held"))).isZero();
    }

    private BigDecimal mostEverTaken(UUID limit, List<? extends Future<?>> running) throws SQLException {
        var most = BigDecimal.ZERO;
        for (int i = 0; i < SAMPLES_MAX && !running.stream().allMatch(Future::isDone); i++) {
            most = most.max(taken(limit));
        }
        assertThat(most).as("somebody looked while something was taken").isPositive();
        return most;
    }

    /** Used and held at one moment. */
    private BigDecimal taken(UUID limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select (select coalesce(sum(used), 0) from limit_bucket where limit_id = l.id)
                             + (select coalesce(sum(h.amount), 0) from limit_hold_line h join limit_hold on id = hold_id
                                where h.limit_id = l.id and ended is null)
                        from exposure_limit l where l.id = ?
                        """)) {
            select.setObject(1, limit);
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBigDecimal(1);
            }
        }
    }
}
