package io.lodestone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka 4.4 broker (KRaft, one node) on 127.0.0.1, in a process and on a class path of its own. It outlives the
 * JVM that started it. One broker alone does not fsync each record: a kill loses nothing, a power cut may.
 */
public final class KafkaBroker {

    /** Every topic of the platform. Topics are never created by accident. */
    public static final List<String> TOPICS = List.of(
            "lodestone.deals",
            "lodestone.offtakes",
            "lodestone.projects",
            "lodestone.stockpiles",
            "lodestone.limits",
            "lodestone.exposure");

    private static final int PARTITIONS = 6;

    private final Running process;
    private final int port;

    private KafkaBroker(Running process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the broker whose data lie under {@code home}, formatting them the first time.
     *
     * @param home           holds the settings and the data
     * @param repositoryRoot where the build left the broker's class path
     * @param pids           where {@code kafka.pid} is written
     */
    public static KafkaBroker start(Path home, int port, Path repositoryRoot, Path log, Path pids) {
        var classPath = classPath(repositoryRoot);
        var data = home.resolve("data");
        var settings = settings(home, data, port, Ports.anyFree());
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(classPath, settings);
        }
        var process = Running.start(
                "kafka",
                List.of(
                        Jdk.java(),
                        "-Xms128m",
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-cp",
                        classPath,
                        "kafka.Kafka",
                        settings.toString()),
                Map.of(),
                log,
                pids);
        var broker = new KafkaBroker(process, port);
        Ports.await(port, "Kafka", process, Duration.ofSeconds(60));
        return broker;
    }

    /** The broker started earlier. */
    static KafkaBroker of(Running process, int port) {
        return new KafkaBroker(process, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates those of {@link #TOPICS} that are not there yet: 6 partitions each, kept for ever. */
    public void createTopics() {
        createTopics(bootstrapServers());
    }

    /** As {@link #createTopics()}, at any broker. */
    public static void createTopics(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> there = admin.listTopics().names().get(60, TimeUnit.SECONDS);
            var missing = TOPICS.stream()
                    .filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1)
                            .configs(Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete")))
                    .toList();
            admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Trouble("Could not create the topics at " + bootstrapServers + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    public void stop() {
        process.stop(Duration.ofSeconds(20));
    }

    private static String classPath(Path repositoryRoot) {
        try {
            return Files.readString(repositoryRoot.resolve("deploy/local/broker/target/broker.classpath"))
                    .strip();
        } catch (IOException e) {
            throw new Trouble("The broker's class path is not built yet: run ./lodestone up, or mvn package.", e);
        }
    }

    private static Path settings(Path home, Path data, int port, int controllerPort) {
        try {
            Files.createDirectories(home);
            return Files.writeString(home.resolve("server.properties"), """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                    controller.listener.names=CONTROLLER
                    log.dirs=%3$s
                    auto.create.topics.enable=false
                    num.partitions=6
                    log.retention.ms=-1
                    offsets.topic.replication.factor=1
                    offsets.topic.num.partitions=6
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    group.initial.rebalance.delay.ms=0
                    message.max.bytes=1048588
                    """.formatted(port, controllerPort, data));
        } catch (IOException e) {
            throw new Trouble("Could not write Kafka's settings into " + home + ": " + e.getMessage(), e);
        }
    }

    private static void format(String classPath, Path settings) {
        try {
            var command = new ArrayList<>(List.of(
                    Jdk.java(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-cp",
                    classPath,
                    "kafka.tools.StorageTool",
                    "format",
                    "--standalone",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c",
                    settings.toString()));
            var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new Trouble("Kafka could not format its data: " + said.strip());
            }
        } catch (IOException e) {
            throw new Trouble("Kafka could not format its data: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }
}
