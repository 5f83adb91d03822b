package io.lodestone.contracts.stockpiles;

/**
 * What is stored.
 *
 * @param mineral catalogue code
 * @param form    for example INGOT, OXIDE, CATHODE
 * @param grade   the specification, free text
 */
public record Material(String mineral, String form, String grade) {}
