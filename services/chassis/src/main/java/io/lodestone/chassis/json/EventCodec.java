package io.lodestone.chassis.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.contracts.envelope.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** Facts as the data of CloudEvents. Subject, version and time travel in the envelope and are left out of the data. */
public final class EventCodec {

    private static final String[] IN_ENVELOPE = {"subject", "version", "at"};

    private static final ObjectMapper JSON = Json.tolerant();

    private EventCodec() {}

    public static String data(Event event) {
        ObjectNode data = JSON.valueToTree(event);
        for (var name : IN_ENVELOPE) {
            data.remove(name);
        }
        return data.toString();
    }

    /** @throws IOException when the bytes are not the fact they claim to be */
    public static <E extends Event> E event(
            byte[] data, Class<? extends E> type, UUID subject, long version, Instant at) throws IOException {
        if (!(JSON.readTree(data) instanceof ObjectNode tree)) {
            throw new IOException("the data is not a JSON object");
        }
        tree.put("subject", subject.toString()).put("version", version).put("at", at.toString());
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage() + " at " + e.getLocation(), e);
        }
    }
}
