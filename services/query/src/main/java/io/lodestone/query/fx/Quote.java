package io.lodestone.query.fx;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate as it was published.
 *
 * @param base     ISO 4217; one unit of it is worth
 * @param rate     so many units of
 * @param currency ISO 4217
 * @param day      the day it was published for
 * @param source   where it was published, a URL
 */
public record Quote(String base, String currency, LocalDate day, BigDecimal rate, String source) {}
