package io.lodestone.notifications.delivery;

import java.util.UUID;

/**
 * A fact as subscribers get it.
 *
 * @param subject deliveries of one subject keep their order
 * @param body    the complete CloudEvent as JSON; each attempt sends the same bytes
 */
public record Message(UUID eventId, String type, UUID subject, String body) {}
