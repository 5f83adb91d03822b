package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a project goes next.
 *
 * @param reason      why, at most 2,000 characters
 * @param effectiveOn the day it did, null for today
 */
public record Move(
        Stage stage, @Nullable String reason, @Nullable LocalDate effectiveOn) {

    /** @throws InvalidValue naming the part that is missing or wrong */
    public Move {
        if (stage == null) {
            throw new InvalidValue("stage", "is missing");
        }
        Text.checkIfAny("reason", reason, 2000);
    }
}
