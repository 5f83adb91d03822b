package io.lodestone.testing.planted.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Clean: a fact leans on java alone. */
public record OreMined(UUID subject, long version, LocalDate on, BigDecimal tonnes, byte[] seal) {}
