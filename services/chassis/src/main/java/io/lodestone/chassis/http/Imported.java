package io.lodestone.chassis.http;

import java.util.UUID;

/** What became of one line of an import. */
public record Imported(Status status, UUID id) {

    public enum Status {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
