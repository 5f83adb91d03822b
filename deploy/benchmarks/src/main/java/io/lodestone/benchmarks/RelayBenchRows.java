package io.lodestone.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.benchmarks.TopicLog.Committed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The facts of one round: new aggregates, each with versions 1 to {@link #VERSIONS}; the committed example of
 * {@code deal-approved} as payload. In the outbox, or as records for a producer: the same keys and bytes.
 */
final class RelayBenchRows {

    static final int KEYS = 20_000;
    static final int VERSIONS = 10;
    static final int ROWS = KEYS * VERSIONS;

    private static final String HISTORY = """
            insert into fact (topic, subject, version, id, type, recorded_at, actor, traceparent, data)
            select aggregatetype, aggregateid, version, id, type, recorded_at, actor, traceparent, payload
            from outbox where xid = pg_current_xact_id()
            """;

    private static final String OUTBOX = """
            insert into outbox
                (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload)
            select uuidv7(), ?, key, version, ?, ?::timestamptz, ?, ?, ?, payload
            from generate_series(1, ?) version, unnest(?::uuid[], ?::text[]) with ordinality keys (key, payload, n)
            order by version, n
            """;

    private final JsonNode example;
    private final UUID[] keys;
    private final String[] payloads;

    private RelayBenchRows(JsonNode example) {
        this.example = example;
        var data = example.required("data").toString();
        var reference = example.required("data").required("reference").asText();
        this.keys = IntStream.range(0, KEYS).mapToObj(n -> UUID.randomUUID()).toArray(UUID[]::new);
        this.payloads = IntStream.range(0, KEYS)
                .mapToObj(n -> data.replace(reference, "BENCH-%07d".formatted(n)))
                .toArray(String[]::new);
    }

    /** @param root the repository's folder */
    static RelayBenchRows next(Path root) throws IOException {
        return new RelayBenchRows(new ObjectMapper()
                .readTree(root.resolve("contracts/examples/deals/deal-approved.v1.json")
                        .toFile()));
    }

    /**
     * Writes all rows in one transaction and leaves the commit to the caller.
     *
     * @param history whether they go into {@code fact} too, as in a service
     */
    void write(Connection connection, String topic, boolean history) throws SQLException {
        connection.setAutoCommit(false);
        try (var outbox = connection.prepareStatement(OUTBOX);
                var fact = connection.prepareStatement(HISTORY)) {
            outbox.setString(1, topic);
            outbox.setString(2, text("type"));
            outbox.setString(3, text("time"));
            outbox.setString(4, text("source"));
            outbox.setString(5, text("actor"));
            outbox.setString(6, text("traceparent"));
            outbox.setInt(7, VERSIONS);
            outbox.setArray(8, connection.createArrayOf("uuid", keys));
            outbox.setArray(9, connection.createArrayOf("text", payloads));
            outbox.executeUpdate();
            if (history) {
                fact.executeUpdate();
            }
        }
    }

    /** What a topic has to hold of them. */
    Set<Committed> facts() {
        return Arrays.stream(keys)
                .flatMap(key -> LongStream.rangeClosed(1, VERSIONS).mapToObj(version -> new Committed(key, version)))
                .collect(toUnmodifiableSet());
    }

    /** The aggregates that they are of. */
    List<UUID> subjects() {
        return List.of(keys);
    }

    /** The same facts as records in the same order, one at a time. */
    void eachRecord(String topic, Consumer<ProducerRecord<String, byte[]>> producer) {
        var at = Instant.parse(text("time")).toString();
        for (int version = 1; version <= VERSIONS; version++) {
            for (int n = 0; n < KEYS; n++) {
                var key = keys[n].toString();
                var record = new ProducerRecord<>(topic, key, payloads[n].getBytes(UTF_8));
                header(record, "ce_specversion", "1.0");
                header(record, "ce_id", new UUID(version, n).toString());
                header(record, "ce_source", text("source"));
                header(record, "ce_type", text("type"));
                header(record, "ce_subject", key);
                header(record, "ce_time", at);
                header(record, "ce_dataschema", text("dataschema"));
                header(record, "ce_version", Integer.toString(version));
                header(record, "ce_actor", text("actor"));
                header(record, "ce_traceparent", text("traceparent"));
                header(record, "content-type", "application/json");
                producer.accept(record);
            }
        }
    }

    private String text(String attribute) {
        return example.required(attribute).asText();
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
