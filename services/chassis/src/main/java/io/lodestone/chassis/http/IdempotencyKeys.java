package io.lodestone.chassis.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** First answers by key. Key, effect and answer commit in one transaction; a repeated request gets the first answer. */
@ApplicationScoped
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(72);

    private final DataSource database;
    private final Clock clock;

    IdempotencyKeys(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a key belongs to, beside the key itself. */
    record Scope(String organisation, String method, String path, String key) {}

    /**
     * Claims the key for the current transaction, or finds the first answer.
     *
     * @throws ProblemException 409 while the first request still runs, 422 when its body was another
     */
    Optional<Answer> claim(Scope scope, String bodyDigest) {
        try (var connection = database.getConnection()) {
            lock(connection, scope);
            return find(connection, scope, bodyDigest);
        } catch (SQLException e) {
            throw new IllegalStateException("could not look up the idempotency key", e);
        }
    }

    void keep(Scope scope, String bodyDigest, Answer answer) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into idempotency_key
                            (organisation, method, path, key, body_digest, status, headers, body, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (organisation, method, path, key) do update set body_digest = excluded.body_digest,
                            status = excluded.status, headers = excluded.headers, body = excluded.body,
                            created_at = excluded.created_at
                        """)) {
            upsert.setString(1, scope.organisation());
            upsert.setString(2, scope.method());
            upsert.setString(3, scope.path());
            upsert.setString(4, scope.key());
            upsert.setString(5, bodyDigest);
            upsert.setInt(6, answer.status());
            upsert.setString(7, answer.headerLines());
            upsert.setBytes(8, answer.body());
            upsert.setTimestamp(9, Timestamp.from(clock.instant()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not keep the answer under its idempotency key", e);
        }
    }

    private static void lock(Connection connection, Scope scope) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, scope.toString());
            try (var answer = lock.executeQuery()) {
                if (!answer.next() || !answer.getBoolean(1)) {
                    throw new ProblemException(Problem.of(
                            409,
                            "still-running",
                            "The first request with this Idempotency-Key still runs. Try again."));
                }
            }
        }
    }

    private Optional<Answer> find(Connection connection, Scope scope, String bodyDigest) throws SQLException {
        try (var select = connection.prepareStatement("""
                select body_digest, status, headers, body from idempotency_key
                where organisation = ? and method = ? and path = ? and key = ? and created_at > ?
                """)) {
            select.setString(1, scope.organisation());
            select.setString(2, scope.method());
            select.setString(3, scope.path());
            select.setString(4, scope.key());
            select.setTimestamp(5, Timestamp.from(clock.instant().minus(KEPT)));
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(bodyDigest)) {
                    throw new ProblemException(Problem.of(
                            422,
                            "idempotency-key-reused",
                            "This Idempotency-Key was used with another body. Use a new key for a new request."));
                }
                return Optional.of(Answer.kept(row.getInt(2), row.getString(3), row.getBytes(4)));
            }
        }
    }
}
