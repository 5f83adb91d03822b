package io.lodestone.contracts.stockpiles;

/**
 * A stockpile as it stands after a fact.
 *
 * @param name         what people call the stockpile
 * @param programme    NATIONAL_DEFENSE, COMMERCIAL_RESERVE or PARTNER
 * @param custodian    catalogue code of the agency that keeps it
 * @param releaseClass PUBLIC, PARTNER or RESTRICTED
 */
public record StockpileProfile(String name, String programme, String custodian, String releaseClass) {}
