package io.lodestone.contracts.envelope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A fact about one aggregate. {@code subject}, {@code version} and {@code at} travel in the CloudEvents envelope and
 * are left out of the data.
 */
public interface Event {

    /** The aggregate's id, UUIDv7. */
    UUID subject();

    /** Counts that aggregate's facts from 1 without gaps. */
    long version();

    /** When the fact was recorded. */
    Instant at();

    /** The day the fact took effect in the world; never after the day it was recorded. */
    LocalDate effectiveOn();
}
