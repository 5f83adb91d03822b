package io.lodestone.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The headers of every fact on a topic: the envelope. */
enum Header {
    SPECVERSION("ce_specversion", "const", "1.0", "CloudEvents version"),
    ID("ce_id", "format", "uuid", "the fact's id, UUIDv7; the same in every copy of it"),
    SOURCE("ce_source", "pattern", "^/lodestone/[a-z]+$", "the service that says it"),
    TYPE("ce_type", "pattern", "^io\\.lodestone\\.[a-z]+\\.[a-z-]+\\.v[0-9]+$", "what happened, with its version"),
    SUBJECT("ce_subject", "format", "uuid", "the aggregate's id; also the record's key"),
    TIME("ce_time", "format", "date-time", "when the fact was recorded, UTC"),
    DATASCHEMA("ce_dataschema", "pattern", "^urn:lodestone:schema:[a-z]+:[a-z.0-9-]+$", "the $id of the data's schema"),
    VERSION("ce_version", "pattern", "^[1-9][0-9]*$", "counts the subject's facts 1, 2, 3 without a gap"),
    ACTOR("ce_actor", "minLength", "1", "who caused it: the caller's sub, or service:<name>"),
    TRACEPARENT(
            "ce_traceparent", "pattern", "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$", "W3C trace context"),
    CONTENT_TYPE("content-type", "const", "application/json", "the data's media type");

    private final String title;
    private final String keyword;
    private final String value;
    private final String meaning;

    Header(String title, String keyword, String value, String meaning) {
        this.title = title;
        this.keyword = keyword;
        this.value = value;
        this.meaning = meaning;
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }

    /** Adds the one thing that is certain about the value to its JSON Schema. */
    void constrain(ObjectNode schema) {
        if (keyword.equals("minLength")) {
            schema.put(keyword, Integer.parseInt(value));
        } else {
            schema.put(keyword, value);
        }
    }
}
