package io.lodestone.chassis.outbox;

import io.lodestone.chassis.json.EventCodec;
import io.lodestone.chassis.time.Ids;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The outbox in the service's own database: one row to carry the fact to Kafka, one row to keep it for ever. */
@ApplicationScoped
class JdbcOutbox implements Outbox {

    private static final Logger LOG = Logger.getLogger(JdbcOutbox.class);

    /** What a broker takes in one record, with room for headers and for characters of several bytes. */
    private static final int DATA_CHARACTERS_MAX = 300_000;

    private static final String INSERT = """
            with kept as (
                insert into fact (topic, subject, version, id, type, recorded_at, actor, traceparent, data)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning *
            )
            insert into outbox (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload)
            select id, topic, subject, version, type, recorded_at, ?, actor, traceparent, data from kept
            """;

    /**
     * The same for many facts of one topic: they cost one statement. The outbox counts the rows it gets, so
     * those of a subject come to it in the order of their versions.
     */
    private static final String INSERT_MANY = """
            with kept as (
                insert into fact (topic, subject, version, id, type, recorded_at, actor, traceparent, data)
                select ?, subject, version, id, type, recorded_at::timestamptz, actor, traceparent, data
                from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as many (subject, version, id, type, recorded_at, actor, traceparent, data)
                returning *
            )
            insert into outbox (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload)
            select id, topic, subject, version, type, recorded_at, ?, actor, traceparent, data
            from kept order by subject, version
            """;

    /** Bounds what one statement of many facts carries. */
    private static final int FACTS_MAX = 500;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final RelaySignal relay;
    private final Ids ids;
    private final Asking asking;

    JdbcOutbox(
            DataSource database,
            TransactionSynchronizationRegistry transaction,
            RelaySignal relay,
            Ids ids,
            Asking asking) {
        this.database = database;
        this.transaction = transaction;
        this.relay = relay;
        this.ids = ids;
        this.asking = asking;
    }

    @Override
    public <E extends Event> void add(Topic<E> topic, E event) {
        add(topic, event, asking.provenance());
    }

    @Override
    public <E extends Event> void addAll(Topic<E> topic, List<? extends E> events) {
        addAll(topic, events, asking.provenance());
    }

    @Override
    public <E extends Event> void addAll(Topic<E> topic, List<? extends E> events, Provenance provenance) {
        write(events.stream().map(event -> fact(topic, event, provenance)).toList());
    }

    @Override
    public <E extends Event> void addAllCaused(Topic<E> topic, List<? extends Caused<? extends E>> caused) {
        write(caused.stream()
                .map(one -> fact(topic, one.event(), one.provenance()))
                .toList());
    }

    @Override
    public <E extends Event> void add(Topic<E> topic, E event, Provenance provenance) {
        write(List.of(fact(topic, event, provenance)));
    }

    /** @param facts of one topic */
    private void write(List<RecordedFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "a fact needs a transaction: " + facts.getFirst().type());
        }
        insert(facts);
        RecordedFacts.of(transaction).addAll(facts);
        transaction.registerInterposedSynchronization(relay.afterCommit());
        facts.forEach(fact -> LOG.debugf("%s %s v%d", fact.type(), fact.subject(), fact.version()));
    }

    private <E extends Event> RecordedFact fact(Topic<E> topic, E event, Provenance provenance) {
        var fact = new RecordedFact(
                topic.name(),
                topic.source(),
                ids.next(),
                topic.typeOf(event),
                event.subject(),
                event.version(),
                event.at(),
                provenance,
                EventCodec.data(event));
        if (fact.data().length() > DATA_CHARACTERS_MAX) {
            throw new FactTooLarge(fact);
        }
        return fact;
    }

    private void insert(List<RecordedFact> facts) {
        try (var connection = database.getConnection()) {
            if (facts.size() == 1) {
                insert(connection, facts.getFirst());
                return;
            }
            for (int i = 0; i < facts.size(); i += FACTS_MAX) {
                insert(connection, facts.subList(i, Math.min(i + FACTS_MAX, facts.size())));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not write down " + facts.size() + " facts", e);
        }
    }

    private static void insert(Connection connection, RecordedFact fact) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, fact.topic());
            insert.setObject(2, fact.subject());
            insert.setLong(3, fact.version());
            insert.setObject(4, fact.id());
            insert.setString(5, fact.type());
            insert.setTimestamp(6, Timestamp.from(fact.at()));
            insert.setString(7, fact.provenance().actor());
            insert.setString(8, fact.provenance().traceparent());
            insert.setString(9, fact.data());
            insert.setString(10, fact.source());
            insert.executeUpdate();
        }
    }

    /** @param facts of one topic, in the order in which they happened */
    private static void insert(Connection connection, List<RecordedFact> facts) throws SQLException {
        var any = facts.getFirst();
        try (var insert = connection.prepareStatement(INSERT_MANY)) {
            insert.setString(1, any.topic());
            insert.setArray(2, array(connection, "uuid", facts, RecordedFact::subject));
            insert.setArray(3, array(connection, "int8", facts, RecordedFact::version));
            insert.setArray(4, array(connection, "uuid", facts, RecordedFact::id));
            insert.setArray(5, array(connection, "text", facts, RecordedFact::type));
            insert.setArray(
                    6, array(connection, "text", facts, fact -> fact.at().toString()));
            insert.setArray(7, array(connection, "text", facts, fact -> fact.provenance()
                    .actor()));
            insert.setArray(8, array(connection, "text", facts, fact -> fact.provenance()
                    .traceparent()));
            insert.setArray(9, array(connection, "text", facts, RecordedFact::data));
            insert.setString(10, any.source());
            insert.executeUpdate();
        }
    }

    private static Array array(
            Connection connection, String type, List<RecordedFact> facts, Function<RecordedFact, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, facts.stream().map(part).toArray());
    }
}
