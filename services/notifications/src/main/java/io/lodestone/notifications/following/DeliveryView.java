package io.lodestone.notifications.following;

import io.lodestone.chassis.http.Versioned;
import io.lodestone.notifications.delivery.Attempt;
import io.lodestone.notifications.delivery.DeliveryStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the subscription's owner sees it.
 *
 * @param webhookId     what the sink gets as {@code webhook-id}
 * @param factId        the CloudEvent's id
 * @param attempts      oldest first
 * @param nextAttemptAt null once it is delivered or dead
 * @param reason        why it is dead
 * @param version       grows with each attempt
 */
public record DeliveryView(
        UUID id,
        String webhookId,
        UUID factId,
        String type,
        UUID subject,
        DeliveryStatus status,
        List<Attempt> attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        Instant createdAt,
        long version)
        implements Versioned {}
