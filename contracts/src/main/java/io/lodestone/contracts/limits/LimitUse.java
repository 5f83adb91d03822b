package io.lodestone.contracts.limits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a limit is used after a fact.
 *
 * @param bucket    which one, for a limit that holds per obligor, country and so on; null for a limit on the whole
 * @param threshold what may be used
 * @param used      what the deals in scope use
 * @param held      what is reserved for deals that are not approved yet
 * @param currency  ISO 4217
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitUse(
        @Nullable String bucket, BigDecimal threshold, BigDecimal used, BigDecimal held, String currency) {}
