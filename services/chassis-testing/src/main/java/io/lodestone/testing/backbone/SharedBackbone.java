package io.lodestone.testing.backbone;

import io.lodestone.local.Issuer;
import io.lodestone.local.KafkaBroker;
import io.lodestone.local.Ports;
import io.lodestone.local.SigningKey;
import java.nio.file.Path;

/** The one backbone of this JVM. */
final class SharedBackbone {

    private SharedBackbone() {}

    /** Starts it unless it runs. A shutdown hook ends it, also when the JVM is told to stop in the middle of a test. */
    static void start() {
        synchronized (System.getProperties()) { // the one object that all class loaders share
            if (Setting.KAFKA.valueOrNull() == null) {
                start(Choice.of(
                        System.getProperty("lodestone.backbone", ""),
                        System.getenv(),
                        Path.of("/var/run/docker.sock")));
            }
        }
    }

    private static void start(Choice choice) {
        System.out.println("Test backbone: "
                + (choice.docker() ? "PostgreSQL and Kafka in containers" : "embedded PostgreSQL and Kafka")
                + ", because " + choice.why() + ".");
        var workplace = Workplace.in(Path.of("target"));
        var platform = choice.docker() ? DockerPlatform.start() : EmbeddedPlatform.start(workplace.folder());
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("test-backbone-stop").unstarted(() -> {
                    platform.close();
                    workplace.delete();
                }));
        KafkaBroker.createTopics(platform.kafka());
        startIssuer(workplace.folder().resolve("issuer"));
        Setting.POSTGRES_URL.is(platform.postgresUrl());
        Setting.POSTGRES_USER.is(platform.postgresUser());
        Setting.POSTGRES_PASSWORD.is(platform.postgresPassword());
        Setting.KAFKA.is(platform.kafka());
    }

    /** It lives in this JVM and ends with it. */
    private static void startIssuer(Path keyFolder) {
        int port = Ports.anyFree();
        var url = "http://127.0.0.1:" + port;
        Issuer.serve(port, SigningKey.in(keyFolder, url));
        Setting.ISSUER.is(url);
        Setting.ISSUER_KEY.is(keyFolder.toString());
    }
}
