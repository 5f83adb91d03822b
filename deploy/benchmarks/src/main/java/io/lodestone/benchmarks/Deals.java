package io.lodestone.benchmarks;

import io.lodestone.local.Service;
import io.lodestone.local.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** The facts of deals and projects on their way: from the services' databases over the topics into those that hear them. */
final class Deals implements AutoCloseable {

    static final String TOPIC = "lodestone.deals";

    private static final List<String> TOPICS = List.of(TOPIC, "lodestone.projects");
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(10);

    private final TopicChecker topics;
    private final Connection deals;
    private final Connection projects;
    private final List<Connection> hearing = new ArrayList<>();

    Deals(BenchPlatform platform) throws SQLException {
        topics = new TopicChecker(platform.bootstrapServers());
        deals = platform.connect("deals");
        projects = platform.connect("projects");
        for (var service : Service.values()) {
            hearing.add(platform.connect(service.title()));
        }
    }

    /** Waits until every fact is on its topic and everybody has heard it. */
    void settle() {
        Waiting.until("all facts to be heard", SETTLED_WITHIN, () -> {
            try {
                return isSettled();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private boolean isSettled() throws SQLException {
        var ends = topics.ends(TOPICS);
        for (var topic : TOPICS) {
            long end = ends.entrySet().stream()
                    .filter(partition -> partition.getKey().topic().equals(topic))
                    .mapToLong(java.util.Map.Entry::getValue)
                    .sum();
            var owner = topic.equals(TOPIC) ? deals : projects;
            if (number(owner, "select count(*) from fact where topic = ?", topic) > end) {
                return false;
            }
            for (var service : hearing) {
                long heard = number(
                        service, "select coalesce(sum(next_offset), -1) from feed_offset where topic = ?", topic);
                if (heard >= 0 && heard < end) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many facts of deals are on their topic now. */
    long onTopic() {
        return topics.ends(List.of(TOPIC)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Compares all that deals ever committed on this platform with all that is on the topic. */
    Verdict check() throws SQLException {
        settle();
        return topics.check(
                List.of(TOPIC), java.util.Map.<TopicPartition, Long>of(), TopicChecker.committed(deals, TOPIC));
    }

    private static long number(Connection connection, String query, String topic) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, topic);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        deals.close();
        projects.close();
        for (var connection : hearing) {
            connection.close();
        }
    }
}
