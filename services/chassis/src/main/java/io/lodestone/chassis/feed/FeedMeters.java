package io.lodestone.chassis.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** How far the feeds are, how far behind, what is stopped, and how much is parked. */
@ApplicationScoped
class FeedMeters {

    private final DataSource database;
    private final MultiGauge position;
    private final MultiGauge lag;
    private final MultiGauge stopped;
    private final MultiGauge parked;

    FeedMeters(DataSource database, MeterRegistry meters) {
        this.database = database;
        position = MultiGauge.builder("lodestone.feed.position").register(meters);
        lag = MultiGauge.builder("lodestone.feed.lag").register(meters);
        stopped = MultiGauge.builder("lodestone.feed.stopped").register(meters);
        parked = MultiGauge.builder("lodestone.feed.parked").register(meters);
    }

    void show(Map<TopicPartition, Position> stored, Map<TopicPartition, LogExtent> logs, Set<TopicPartition> stops) {
        position.register(
                stored.entrySet().stream()
                        .map(one -> row(one.getKey(), one.getValue().next()))
                        .toList(),
                true);
        lag.register(
                stored.entrySet().stream()
                        .filter(one -> logs.containsKey(one.getKey()))
                        .map(one -> row(
                                one.getKey(),
                                Objects.requireNonNull(logs.get(one.getKey())).end()
                                        - one.getValue().next()))
                        .toList(),
                true);
        stopped.register(stops.stream().map(partition -> row(partition, 1)).toList(), true);
        parked.register(parkedRows(), true);
    }

    private Iterable<Row<?>> parkedRows() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select topic, status, count(*) from parked_fact group by topic, status");
                var counts = select.executeQuery()) {
            var rows = new ArrayList<Row<?>>();
            while (counts.next()) {
                rows.add(Row.of(
                        Tags.of("topic", counts.getString(1), "status", counts.getString(2)), counts.getLong(3)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("could not count what is parked", e);
        }
    }

    private static Row<?> row(TopicPartition partition, long number) {
        return Row.of(Tags.of("topic", partition.topic(), "partition", "" + partition.partition()), number);
    }
}
