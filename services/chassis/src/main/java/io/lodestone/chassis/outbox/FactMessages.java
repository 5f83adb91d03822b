package io.lodestone.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.contracts.envelope.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Facts as CloudEvents in Kafka's binary mode. Headers that many facts share, such as their type, are made once. Not for
 * several threads.
 */
final class FactMessages {

    /** Types, sources, and the callers of the last thousands of facts. */
    private static final int SHARED_MAX = 1_000;

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    private record Shared(String name, String value) {}

    private final Map<Shared, Header> shared = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shared, Header> eldest) {
            return size() > SHARED_MAX;
        }
    };

    ProducerRecord<String, byte[]> of(RecordedFact fact) {
        var subject = fact.subject().toString();
        var message = new ProducerRecord<>(fact.topic(), subject, fact.data().getBytes(UTF_8));
        message.headers()
                .add(SPEC_VERSION)
                .add(header("ce_id", fact.id().toString()))
                .add(shared("ce_source", fact.source()))
                .add(shared("ce_type", fact.type()))
                .add(header("ce_subject", subject))
                .add(header("ce_time", fact.at().toString()))
                .add(schema(fact.type()))
                .add(shared("ce_version", Long.toString(fact.version())))
                .add(shared("ce_actor", fact.provenance().actor()))
                .add(header("ce_traceparent", fact.provenance().traceparent()))
                .add(CONTENT_TYPE);
        return message;
    }

    private Header shared(String name, String value) {
        return shared.computeIfAbsent(new Shared(name, value), key -> header(name, value));
    }

    private Header schema(String type) {
        return shared.computeIfAbsent(
                new Shared("ce_dataschema", type), key -> header("ce_dataschema", Topic.schemaOf(type)));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
