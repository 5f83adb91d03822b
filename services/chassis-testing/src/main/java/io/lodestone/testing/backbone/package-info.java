/** Real PostgreSQL, real Kafka and an issuer of tokens, started once for all test classes of a JVM. */
@NullMarked
package io.lodestone.testing.backbone;

import org.jspecify.annotations.NullMarked;
