package io.lodestone.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/**
 * A record of a topic, read as a CloudEvent in Kafka's binary mode.
 *
 * @param offset  its place in the partition, from 0
 * @param key     the record's key; empty when it has none
 * @param headers all headers by name, {@code ce_type} and so on, last one wins
 * @param data    the value; a missing node when it is not JSON
 */
public record CloudEvent(
        String topic, int partition, long offset, String key, Map<String, String> headers, JsonNode data) {

    /** The value of the attribute {@code name}, without {@code ce_}; empty when it is not there. */
    public String attribute(String name) {
        return headers.getOrDefault("ce_" + name, "");
    }

    public String type() {
        return attribute("type");
    }

    /** The last part of the type without its version: {@code deal-approved}. */
    public String fact() {
        return type().replaceFirst("\\.v\\d+$", "").replaceFirst(".*\\.", "");
    }

    public UUID subject() {
        return UUID.fromString(attribute("subject"));
    }

    public long version() {
        return Long.parseLong(attribute("version"));
    }
}
