package io.lodestone.contracts.limits;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which limit a fact is about.
 *
 * @param key          what its owner calls it, unique per owner
 * @param title        what it limits, in words
 * @param owner        catalogue code of the agency that set it, null for a statutory limit
 * @param agency       catalogue code of the only agency whose deals it counts, null when it counts those of several
 * @param effect       BLOCK or WARN
 * @param releaseClass RESTRICTED when the figures count a deal that is, else PUBLIC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitProfile(
        String key,
        String title,
        @Nullable String owner,
        @Nullable String agency,
        String effect,
        String releaseClass) {}
