package io.lodestone.notifications.sending;

import io.lodestone.notifications.subscription.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that is ours to send until the lease ends.
 *
 * @param attempts made before this one
 */
record Due(UUID id, UUID subscription, int attempts, Instant leasedUntil, URI sink, Secret secret, String body) {

    /** The same for each attempt, so that a receiver can tell a repetition. */
    String webhookId() {
        return "msg_" + id;
    }

    int number() {
        return attempts + 1;
    }
}
