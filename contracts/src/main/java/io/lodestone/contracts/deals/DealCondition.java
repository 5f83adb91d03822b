package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A condition precedent as it is agreed; it is open until a fact says that it is satisfied or waived.
 *
 * @param key         the agency's name for it, unique in the deal
 * @param kind        PERMIT, OFFTAKE, EQUITY, SECURITY, ENVIRONMENTAL, FINANCIAL, LEGAL or OTHER
 * @param description what has to be there
 * @param reference   the permit or agreement it waits for, null when a person looks after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealCondition(
        String key,
        String kind,
        String description,
        @Nullable String reference) {}
