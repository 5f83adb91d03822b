package io.lodestone.chassis.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** The service's data source: the effect of a feed gets the same connection when it asks for one. */
@ApplicationScoped
class ServiceFeedDatabase implements FeedDatabase {

    private static final int SECONDS_MAX = 60;

    private final DataSource database;
    private final Clock clock;
    private final Ending ending;

    ServiceFeedDatabase(DataSource database, Clock clock, Ending ending) {
        this.database = database;
        this.clock = clock;
        this.ending = ending;
    }

    @Override
    public <R> R inTransaction(Work<R> work) {
        var worked = new AtomicBoolean();
        try {
            return QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).call(() -> {
                var result = work(work);
                worked.set(true);
                return result;
            });
        } catch (Fenced e) {
            throw e;
        } catch (RuntimeException e) {
            // a commit that fails says little about its cause; it is not the fault of what was to be committed
            if (worked.get() || ending.hasBegun() || Transient.causes(e)) {
                throw new Away(e);
            }
            throw e;
        }
    }

    private <R> R work(Work<R> work) {
        try (var connection = database.getConnection()) {
            keepPlans(connection);
            return work.in(new JdbcFeedRows(connection, clock.instant()));
        } catch (SQLException e) {
            throw new IllegalStateException("the database gives no connection: " + e.getMessage(), e);
        }
    }

    /**
     * A batch asks as the one before did, by keys. Left to itself the server plans again for the keys of each batch, which
     * takes longer than finding them; and a plan made while a table was empty is kept for long.
     */
    private static void keepPlans(Connection connection) {
        try (var settings = connection.prepareStatement("""
                select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)
                """)) {
            settings.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("a feed's transaction could not be begun: " + e.getMessage(), e);
        }
    }
}
