package io.lodestone.chassis.outbox;

/**
 * Which transactions could be seen at one moment, in the database's own notation.
 *
 * @param text {@code xmin:xmax:xip,...}, see PostgreSQL's type {@code pg_snapshot}
 */
record Snapshot(String text) {}
