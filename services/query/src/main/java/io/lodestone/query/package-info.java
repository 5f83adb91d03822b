/**
 * Answers questions across services from their facts. Owns no truth: drop its database and it grows back.
 *
 * <p>Start reading at {@code hearing/ExposureFeed} (what comes in), {@code exposure/Attribution} (how facts become
 * ledger entries) and {@code asking/ExposureResource} (what goes out).
 */
@NullMarked
package io.lodestone.query;

import org.jspecify.annotations.NullMarked;
