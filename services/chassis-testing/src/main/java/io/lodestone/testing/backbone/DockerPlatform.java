package io.lodestone.testing.backbone;

import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The platform as two containers. */
final class DockerPlatform implements Platform {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.4.0";

    private final PostgreSQLContainer<?> postgres;
    private final KafkaContainer kafka;

    private DockerPlatform(PostgreSQLContainer<?> postgres, KafkaContainer kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    @SuppressWarnings("resource") // closed by close()
    static DockerPlatform start() {
        var platform = new DockerPlatform(
                new PostgreSQLContainer<>(DockerImageName.parse(POSTGRES_IMAGE)).withDatabaseName("postgres"),
                new KafkaContainer(DockerImageName.parse(KAFKA_IMAGE))
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"));
        try {
            platform.postgres.start();
            platform.kafka.start();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw new IllegalStateException(
                    "the containers did not start; -Dlodestone.backbone=embedded goes without Docker", e);
        }
    }

    @Override
    public String postgresUrl() {
        return "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/postgres";
    }

    @Override
    public String postgresUser() {
        return postgres.getUsername();
    }

    @Override
    public String postgresPassword() {
        return postgres.getPassword();
    }

    @Override
    public String kafka() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }
}
