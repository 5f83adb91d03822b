package io.lodestone.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The connector of {@code deploy/debezium/outbox-connector.json}, as an operator would give it to Kafka Connect. */
public record DebeziumConnector(Map<String, String> settings) {

    public DebeziumConnector {
        settings = Map.copyOf(settings);
    }

    /** @param root the repository's folder */
    public static DebeziumConnector ofTheDocumentation(Path root) throws IOException {
        var file = root.resolve("deploy/debezium/outbox-connector.json").toFile();
        var json = new ObjectMapper();
        return new DebeziumConnector(
                json.convertValue(json.readTree(file).required("config"), new TypeReference<Map<String, String>>() {}));
    }

    /** The same connector at another database, which it reaches as {@code user}. */
    public DebeziumConnector at(int port, String database, Login login) {
        return with(Map.of(
                "database.port", Integer.toString(port),
                "database.dbname", database,
                "database.user", login.user(),
                "database.password", login.password()));
    }

    /** The same connector with some settings replaced. */
    public DebeziumConnector with(Map<String, String> others) {
        var all = new TreeMap<>(settings);
        all.putAll(others);
        return new DebeziumConnector(all);
    }

    /** What one setting says; every connector has it. */
    public String setting(String name) {
        var value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The connector has no " + name);
        }
        return value;
    }

    /**
     * What Debezium's embedded engine takes: the engine converts nothing and keeps offsets in memory, so a new engine
     * goes on where the replication slot stands.
     */
    Properties forEngine() {
        var engine = new Properties();
        settings.forEach((name, value) -> {
            if (!name.endsWith(".converter")) {
                engine.setProperty(name, value);
            }
        });
        engine.setProperty("name", setting("topic.prefix"));
        engine.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        engine.setProperty("offset.flush.interval.ms", "1000");
        return engine;
    }

    /** A name and a password that PostgreSQL takes. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
