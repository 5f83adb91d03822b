package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owns a part of a project.
 *
 * @param share                  percent of the project, null when not disclosed
 * @param foreignEntityOfConcern null when nobody has looked
 */
public record Owner(
        Party party, @Nullable Share share, @Nullable Boolean foreignEntityOfConcern) {

    /** @throws InvalidValue naming the part that is missing or wrong */
    public Owner {
        if (party == null) {
            throw new InvalidValue("party", "is missing");
        }
        Text.check("party.name", party.name(), 300);
    }
}
