package io.lodestone.contracts.deals;

/**
 * A condition precedent as it is agreed; it is open until a fact says that it is satisfied or waived.
 *
 * @param key         the agency's name for it, unique in the deal
 * @param kind        PERMIT, OFFTAKE, EQUITY, SECURITY, ENVIRONMENTAL, FINANCIAL, LEGAL or OTHER
 * @param description what has to be there
 */
public record DealCondition(String key, String kind, String description) {}
