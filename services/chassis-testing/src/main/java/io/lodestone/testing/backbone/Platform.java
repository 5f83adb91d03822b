package io.lodestone.testing.backbone;

/** A PostgreSQL server and a Kafka broker, however they were started. Closing ends both and waits for it. */
interface Platform extends AutoCloseable {

    /** JDBC URL of the database {@code postgres}. */
    String postgresUrl();

    String postgresUser();

    String postgresPassword();

    /** {@code host:port}. */
    String kafka();

    @Override
    void close();
}
