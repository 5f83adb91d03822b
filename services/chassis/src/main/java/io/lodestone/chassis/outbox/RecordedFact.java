package io.lodestone.chassis.outbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.util.UUID;

/** One fact with its envelope, as it stands in the history and travels to Kafka. {@code data} is JSON. */
public record RecordedFact(
        String topic,
        String source,
        UUID id,
        String type,
        UUID subject,
        long version,
        Instant at,
        Provenance provenance,
        String data) {

    /** The same fact as a complete CloudEvent in JSON format. */
    public CloudEvent cloudEvent() {
        return new CloudEvent(
                "1.0",
                id,
                source,
                type,
                subject,
                at,
                Topic.schemaOf(type),
                version,
                provenance.actor(),
                provenance.traceparent(),
                "application/json",
                data);
    }

    /** CloudEvents 1.0, structured mode; the attributes version, actor and traceparent are extensions. */
    @JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time"})
    public record CloudEvent(
            String specversion,
            UUID id,
            String source,
            String type,
            UUID subject,
            Instant time,
            String dataschema,
            long version,
            String actor,
            String traceparent,
            @JsonProperty("datacontenttype") String dataContentType,
            @JsonRawValue String data) {}
}
