package io.lodestone.notifications.sending;

import io.lodestone.notifications.known.WebhookConfig;
import io.lodestone.notifications.subscription.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Hands out deliveries that may be sent now. Several instances may ask at once: each delivery goes to one of them. */
@ApplicationScoped
class DueDeliveries {

    /**
     * Per active subscription the oldest due deliveries that no earlier one of their subject holds back, as many as its
     * places in flight allow; of all these the ones that have waited longest. One statement, so no transaction stays open.
     */
    private static final String CLAIM = """
            with picked as (
                select due.id
                from subscription s
                cross join lateral (
                    select d.id, d.next_attempt_at, d.seq
                    from delivery d
                    where d.subscription_id = s.id and d.status = 'PENDING' and d.next_attempt_at <= ?
                      and (d.leased_until is null or d.leased_until <= ?)
                      and not exists (
                          select 1 from delivery earlier
                          where earlier.subscription_id = d.subscription_id and earlier.subject = d.subject
                            and earlier.status = 'PENDING' and earlier.seq < d.seq)
                    order by d.next_attempt_at, d.seq
                    limit greatest(0, ? - (
                        select count(*) from delivery flying
                        where flying.subscription_id = s.id and flying.status = 'PENDING' and flying.leased_until > ?))
                    for update of d skip locked
                ) due
                where s.status = 'ACTIVE'
                order by due.next_attempt_at, due.seq
                limit ?
            )
            update delivery d set leased_until = ?
            from picked, subscription s, message m
            where d.id = picked.id and s.id = d.subscription_id and m.event_id = d.event_id
            returning d.id, d.subscription_id, d.attempts, d.leased_until, s.url, s.secret, m.body
            """;

    private final DataSource database;
    private final WebhookConfig config;
    private final Clock clock;

    DueDeliveries(DataSource database, WebhookConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** At most {@code max}; they are ours until their lease ends. */
    List<Due> claim(int max) throws SQLException {
        var now = clock.instant();
        try (var connection = database.getConnection();
                var claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, utc(now));
            claim.setObject(2, utc(now));
            claim.setInt(3, config.inFlightPerSubscription());
            claim.setObject(4, utc(now));
            claim.setInt(5, max);
            claim.setObject(6, utc(now.plus(config.lease())));
            try (var rows = claim.executeQuery()) {
                var due = new ArrayList<Due>();
                while (rows.next()) {
                    due.add(due(rows));
                }
                return due;
            }
        }
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("subscription_id", UUID.class),
                row.getInt("attempts"),
                row.getObject("leased_until", OffsetDateTime.class).toInstant(),
                URI.create(row.getString("url")),
                new Secret(row.getString("secret")),
                row.getString("body"));
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
