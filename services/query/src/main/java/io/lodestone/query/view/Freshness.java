package io.lodestone.query.view;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer reaches.
 *
 * @param knownAt   entries recorded up to this moment are in it
 * @param position  the next offset to be heard, by topic and partition, at the moment of the answer
 * @param ageMillis milliseconds since the service was last known to have heard everything; null while that is not
 *                  known since its start
 */
public record Freshness(
        Instant knownAt,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {}
