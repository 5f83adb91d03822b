package io.lodestone.notifications.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.json.Json;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.notifications.delivery.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as matching sees it: its attributes, and whose it is. Types that this build does not know are told as well: a
 * subscriber may know them.
 *
 * @param releaseClass PUBLIC where the fact does not say
 * @param owner        the agency or custodian the fact belongs to, if it says so
 */
record HeardFact(
        Envelope envelope,
        Map<String, String> attributes,
        String releaseClass,
        @Nullable String owner) {

    private static final ObjectMapper JSON = Json.tolerant();

    private static final String OUR_TYPES = "io.lodestone.";

    /** @throws IllegalArgumentException when the data are not a JSON object */
    static HeardFact of(Envelope envelope) {
        var data = data(envelope);
        var owner = data.hasNonNull("agency") ? data.path("agency") : data.path("custodian");
        return new HeardFact(
                envelope, attributes(envelope), data.path("releaseClass").asText("PUBLIC"), owner.asText(null));
    }

    Message message() {
        try {
            var body = JSON.writeValueAsString(CloudEvent.of(envelope));
            return new Message(envelope.id(), envelope.type(), envelope.subject(), body);
        } catch (IOException e) {
            throw new IllegalStateException("could not write a CloudEvent", e);
        }
    }

    private static JsonNode data(Envelope envelope) {
        try {
            var data = JSON.readTree(envelope.data());
            if (data.isObject()) {
                return data;
            }
        } catch (IOException e) {
            // told below: what Jackson says may quote the data
        }
        throw new IllegalArgumentException("the data of " + envelope.id() + " are not a JSON object");
    }

    private static Map<String, String> attributes(Envelope envelope) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("id", envelope.id().toString());
        attributes.put("source", envelope.source());
        attributes.put("specversion", "1.0");
        attributes.put("type", envelope.type());
        attributes.put("subject", envelope.subject().toString());
        attributes.put("time", envelope.at().toString());
        attributes.put("datacontenttype", "application/json");
        attributes.put("version", Long.toString(envelope.version()));
        attributes.put("actor", envelope.actor());
        var schema = schema(envelope.type());
        if (schema != null) {
            attributes.put("dataschema", schema);
        }
        if (envelope.traceparent() != null) {
            attributes.put("traceparent", envelope.traceparent());
        }
        return attributes;
    }

    private static @Nullable String schema(String type) {
        return type.startsWith(OUR_TYPES) ? Topic.schemaOf(type) : null;
    }

    /** CloudEvents 1.0, structured mode. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CloudEvent(
            String specversion,
            UUID id,
            String source,
            String type,
            UUID subject,
            String time,
            @Nullable String dataschema,
            long version,
            String actor,
            @Nullable String traceparent,
            String datacontenttype,
            @JsonRawValue String data) {

        static CloudEvent of(Envelope envelope) {
            return new CloudEvent(
                    "1.0",
                    envelope.id(),
                    envelope.source(),
                    envelope.type(),
                    envelope.subject(),
                    envelope.at().toString(),
                    schema(envelope.type()),
                    envelope.version(),
                    envelope.actor(),
                    envelope.traceparent(),
                    "application/json",
                    new String(envelope.data(), UTF_8));
        }
    }
}
