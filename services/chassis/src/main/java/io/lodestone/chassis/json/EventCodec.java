package io.lodestone.chassis.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserSequence;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.lodestone.contracts.envelope.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** Facts as the data of CloudEvents. Subject, version and time travel in the envelope and are left out of the data. */
public final class EventCodec {

    private static final ObjectMapper READER = Json.tolerant();

    private static final ObjectMapper WRITER = Json.tolerant().addMixIn(Event.class, WithoutEnvelope.class);

    private EventCodec() {}

    @JsonIgnoreProperties({"subject", "version", "at"})
    private interface WithoutEnvelope {}

    public static String data(Event event) {
        try {
            return WRITER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a fact cannot be written down: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IOException when the bytes are not the fact they claim to be, or say otherwise than their envelope */
    public static <E extends Event> E event(
            byte[] data, Class<? extends E> type, UUID subject, long version, Instant at) throws IOException {
        try (var parser = READER.createParser(data);
                var envelope = new TokenBuffer(parser)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the data is not a JSON object");
            }
            envelope.writeStartObject();
            envelope.writeStringField("subject", subject.toString());
            envelope.writeNumberField("version", version);
            envelope.writeStringField("at", at.toString());
            var whole = JsonParserSequence.createFlattened(false, envelope.asParser(parser), parser);
            whole.nextToken();
            return agreed(READER.readValue(whole, type), subject, version, at);
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage() + " at " + e.getLocation(), e);
        }
    }

    private static <E extends Event> E agreed(E event, UUID subject, long version, Instant at) throws IOException {
        if (subject.equals(event.subject()) && version == event.version() && at.equals(event.at())) {
            return event;
        }
        throw new IOException("the data has a subject, a version or a time of its own");
    }
}
