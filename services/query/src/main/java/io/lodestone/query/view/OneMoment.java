package io.lodestone.query.view;

import io.lodestone.chassis.feed.FeedPositions;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;

/** Reads the ledger as it was at one moment: figures, their parts and the position belong together. */
@ApplicationScoped
public class OneMoment {

    private final DataSource database;
    private final KnownCodes codes;
    private final FeedPositions positions;
    private final CaughtUp caughtUp;
    private final Clock clock;

    OneMoment(DataSource database, KnownCodes codes, FeedPositions positions, CaughtUp caughtUp, Clock clock) {
        this.database = database;
        this.codes = codes;
        this.positions = positions;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    /** Makes the answer from what the connection shows. */
    @FunctionalInterface
    public interface Answering<A> {
        A answer(Connection connection, Freshness freshness) throws SQLException;
    }

    /** @throws ProblemException 422 for a filter on a code that does not exist */
    @Transactional
    public <A> A read(Question question, Sight sight, Answering<A> answering) {
        try (var connection = database.getConnection()) {
            begin(connection);
            codes.check(connection, question, sight);
            var knownAt = Objects.requireNonNullElseGet(question.knownAt(), clock::instant);
            return answering.answer(connection, new Freshness(knownAt, positions.read(), caughtUp.ageMillis()));
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be read", e);
        }
    }

    /** Must come before the transaction's first read. */
    private static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }
}
