package io.lodestone.chassis.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Hears records in one transaction: their effect, the versions heard and the new offsets commit together or not at all. */
@ApplicationScoped
class FeedTransaction {

    private static final Logger LOG = Logger.getLogger(FeedTransaction.class);

    private static final int SECONDS_MAX = 60;

    private final FeedPositions positions;
    private final FeedSubjects subjects;
    private final ParkedFacts parked;

    FeedTransaction(FeedPositions positions, FeedSubjects subjects, ParkedFacts parked) {
        this.positions = positions;
        this.subjects = subjects;
        this.parked = parked;
    }

    /**
     * @param messages of one topic, in offset order within each partition
     * @throws Fenced when they are not the next ones to be heard here
     */
    void hear(List<ConsumerRecord<String, byte[]>> messages, RawFeed feed) {
        inTransaction(() -> {
            var fresh = takeNext(messages);
            if (!fresh.isEmpty()) {
                feed.on(admit(fresh));
            }
        });
    }

    /** Steps over one record and keeps it, with all later ones of its key, until somebody mends the cause. */
    void park(ConsumerRecord<String, byte[]> message, String cause) {
        inTransaction(() -> {
            if (!takeNext(List.of(message)).isEmpty()) {
                parked.park(message, cause, true);
            }
        });
        LOG.errorf(
                "parked %s of %s-%d at %d: %s",
                message.key(), message.topic(), message.partition(), message.offset(), cause);
    }

    private List<ConsumerRecord<String, byte[]>> takeNext(List<ConsumerRecord<String, byte[]>> messages)
            throws SQLException {
        var fresh = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var part : byPartition(messages).entrySet()) {
            long next =
                    positions.lock(part.getKey()).orElseThrow(() -> new Fenced(part.getKey() + " was never assigned"));
            var news = part.getValue().stream()
                    .filter(message -> message.offset() >= next)
                    .toList();
            if (news.isEmpty()) {
                continue;
            }
            if (news.getFirst().offset() != next) {
                throw new Fenced(part.getKey() + " is at " + next + ", not at "
                        + news.getFirst().offset());
            }
            positions.advance(part.getKey(), next, news.getLast().offset() + 1);
            fresh.addAll(news);
        }
        return fresh;
    }

    /** The facts that are new and whose key is not held back; the others are parked or stepped over. */
    private List<Envelope> admit(List<ConsumerRecord<String, byte[]>> messages) throws SQLException {
        var topic = messages.getFirst().topic();
        var blocked = parked.blockedKeys(topic);
        var envelopes = new ArrayList<Envelope>();
        for (var message : messages) {
            if (message.key() != null && blocked.contains(message.key())) {
                parked.park(message, "waits behind an earlier parked fact of its key", true);
                continue;
            }
            try {
                envelopes.add(Envelope.of(message));
            } catch (NotAFact e) {
                LOG.warnf("parked a record of %s: %s", topic, e.getMessage());
                parked.park(message, String.valueOf(e.getMessage()), false);
            }
        }
        return unheard(topic, envelopes);
    }

    private List<Envelope> unheard(String topic, List<Envelope> envelopes) throws SQLException {
        var ids = envelopes.stream().map(Envelope::subject).distinct().toList();
        var versions = new HashMap<UUID, Long>(subjects.versions(topic, ids));
        var fresh = new ArrayList<Envelope>();
        for (var envelope : envelopes) {
            if (envelope.version() > versions.getOrDefault(envelope.subject(), 0L)) {
                versions.put(envelope.subject(), envelope.version());
                fresh.add(envelope);
            }
        }
        subjects.remember(topic, versions);
        return fresh;
    }

    private static Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> byPartition(
            List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream()
                .collect(Collectors.groupingBy(message -> new TopicPartition(message.topic(), message.partition())));
    }

    private static void inTransaction(SqlWork work) {
        QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).run(() -> {
            try {
                work.run();
            } catch (SQLException e) {
                throw new IllegalStateException("the database refused what a feed does: " + e.getMessage(), e);
            }
        });
    }

    @FunctionalInterface
    private interface SqlWork {
        void run() throws SQLException;
    }
}
