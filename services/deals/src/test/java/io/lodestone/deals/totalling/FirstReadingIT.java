package io.lodestone.deals.totalling;

import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.proposed;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Deals move while all of them are read; what is added up in the end is as it stands then. */
@QuarkusTest
@WithBackbone(service = "deals")
class FirstReadingIT {

    private static final int PARTS = 6;

    private final FirstReading reading;
    private final DealSums sums;
    private final DataSource database;

    FirstReadingIT(FirstReading reading, DealSums sums, DataSource database) {
        this.reading = reading;
        this.sums = sums;
        this.database = database;
    }

    @Test
    void whatMovesMeanwhileIsCountedAsItStandsAtTheCut() throws SQLException {
        proposed();
        var moves = proposed();
        try (var seen = reading.begin(PARTS)) {
            var headline = "{\"headline\":{\"amount\":\"7.01\",\"currency\":\"USD\"}}";
            assertThat(act(officer(), moves, "application", headline).statusCode())
                    .as("nobody waits for the reading")
                    .isEqualTo(200);
            var comes = proposed();
            try (var now = database.getConnection()) {
                now.setAutoCommit(false);
                now.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // other tests leave deals behind
                assertThat(seen.broughtUpTo(now)).isEqualTo(sums.ofAll(now, PARTS));
                assertThat(seen.broughtUpTo(now)).isNotEqualTo(seen.then());
                assertThat(sums.ofSome(now, PARTS, List.of(moves, comes, UUID.randomUUID())).lines().values().stream()
                                .flatMap(List::stream)
                                .filter(line -> line.measure().equals("deals"))
                                .mapToInt(line -> line.sum().intValueExact())
                                .sum())
                        .isEqualTo(2);
                now.rollback();
            }
        }
    }
}
