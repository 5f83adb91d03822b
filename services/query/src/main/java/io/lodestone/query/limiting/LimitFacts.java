package io.lodestone.query.limiting;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.contracts.limits.LimitEvent.HeadroomHeld;
import io.lodestone.contracts.limits.LimitEvent.HeadroomReleased;
import io.lodestone.contracts.limits.LimitEvent.LimitApproached;
import io.lodestone.contracts.limits.LimitEvent.LimitBreached;
import io.lodestone.contracts.limits.LimitEvent.LimitCleared;
import io.lodestone.contracts.limits.LimitEvent.LimitSet;
import io.lodestone.contracts.limits.LimitUse;
import io.lodestone.query.limit.LimitTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps what the facts about limits say. Runs in the feed's transaction. */
@ApplicationScoped
class LimitFacts {

    private static final String SET = """
            insert into limit_terms (limit_id, version, terms) values (?, ?, ?::jsonb)
            on conflict (limit_id) do update set version = excluded.version, terms = excluded.terms
            where limit_terms.version < excluded.version
            """;

    private static final String HOLD = """
            insert into limit_hold (hold_id, limit_id, bucket, deal_id, amount, currency, expires_on, release_class)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String END =
            "update limit_hold set ended = ? where hold_id = ? and limit_id = ? and bucket = ?";

    private static final String TELL = """
            insert into limit_told (limit_id, version, fact_id, type, effective_on, recorded_at, bucket, threshold, used,
                                    held, currency, level, agency, release_class)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final DataSource database;
    private final ObjectMapper json;

    LimitFacts(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void takeIn(List<Heard<LimitEvent>> heard) {
        try (var connection = database.getConnection()) {
            for (var fact : heard) {
                takeIn(connection, fact);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a fact about a limit could not be kept: " + e.getMessage(), e);
        }
    }

    private void takeIn(Connection connection, Heard<LimitEvent> heard) throws SQLException {
        switch (heard.event()) {
            case LimitSet set -> set(connection, set);
            case HeadroomHeld held -> {
                hold(connection, held);
                tell(connection, heard, held.use(), null);
            }
            case HeadroomReleased released -> {
                end(connection, released);
                tell(connection, heard, released.use(), null);
            }
            case LimitApproached approached -> tell(connection, heard, approached.use(), approached.level());
            case LimitBreached breached -> tell(connection, heard, breached.use(), Share.WHOLE);
            case LimitCleared cleared -> tell(connection, heard, cleared.use(), cleared.level());
        }
    }

    private void set(Connection connection, LimitSet set) throws SQLException {
        try (var insert = connection.prepareStatement(SET)) {
            insert.setObject(1, set.subject());
            insert.setLong(2, set.version());
            insert.setString(3, json.writeValueAsString(LimitTerms.of(set)));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms of a limit could not be written", e);
        }
    }

    private static void hold(Connection connection, HeadroomHeld held) throws SQLException {
        try (var insert = connection.prepareStatement(HOLD)) {
            insert.setObject(1, held.holdId());
            insert.setObject(2, held.subject());
            insert.setString(3, bucket(held.use()));
            insert.setObject(4, held.dealId());
            insert.setBigDecimal(5, held.amount().amount());
            insert.setString(6, held.amount().currency());
            insert.setObject(7, held.expiresOn());
            insert.setString(8, held.limit().releaseClass());
            insert.executeUpdate();
        }
    }

    private static void end(Connection connection, HeadroomReleased released) throws SQLException {
        try (var update = connection.prepareStatement(END)) {
            update.setString(1, released.why());
            update.setObject(2, released.holdId());
            update.setObject(3, released.subject());
            update.setString(4, bucket(released.use()));
            update.executeUpdate();
        }
    }

    private static void tell(Connection connection, Heard<LimitEvent> heard, LimitUse use, @Nullable Share level)
            throws SQLException {
        var envelope = heard.envelope();
        var event = heard.event();
        try (var insert = connection.prepareStatement(TELL)) {
            int at = 1;
            insert.setObject(at++, envelope.subject());
            insert.setLong(at++, envelope.version());
            insert.setObject(at++, envelope.id());
            insert.setString(at++, envelope.type());
            insert.setObject(at++, event.effectiveOn());
            insert.setObject(at++, envelope.at().atOffset(UTC));
            insert.setString(at++, bucket(use));
            insert.setBigDecimal(at++, use.threshold());
            insert.setBigDecimal(at++, use.used());
            insert.setBigDecimal(at++, use.held());
            insert.setString(at++, use.currency());
            insert.setBigDecimal(at++, level == null ? null : level.percent());
            insert.setString(at++, event.limit().agency());
            insert.setString(at++, event.limit().releaseClass());
            insert.executeUpdate();
        }
    }

    private static String bucket(LimitUse use) {
        return use.bucket() == null ? "" : use.bucket();
    }
}
