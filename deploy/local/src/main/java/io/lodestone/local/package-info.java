/**
 * The whole platform on one machine without Docker: a real PostgreSQL, a real Kafka, an issuer of tokens, the five
 * services as processes. Start in {@link io.lodestone.local.Main}; the tests use the servers one by one.
 */
@NullMarked
package io.lodestone.local;

import org.jspecify.annotations.NullMarked;
