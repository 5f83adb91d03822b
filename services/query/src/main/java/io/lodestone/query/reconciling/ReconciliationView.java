package io.lodestone.query.reconciling;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One run.
 *
 * @param controlRun the control totals it held the facts against; null where none had come
 * @param position   topic to partition to the next offset, of the moment it looked at
 * @param cells      how many cells were held against their entries
 * @param deals      how many deals' entries were held against their facts
 * @param breaks     how many places it found wrong
 * @param detail     why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReconciliationView(
        UUID id,

        @Schema(enumeration = {"RUNNING", "EQUAL", "DIFFERENT", "FAILED", "INTERRUPTED"})
        String status,

        String askedBy,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable UUID controlRun,
        @JsonRawValue @Nullable String position,
        @Nullable Long cells,
        @Nullable Long deals,
        @Nullable Integer breaks,
        @Nullable String detail) {}
