package io.lodestone.contracts;

import io.lodestone.contracts.deals.ControlTotals;
import io.lodestone.contracts.exposure.BreakPlace;
import io.lodestone.contracts.exposure.Discrepancy;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** One loan of 465 million dollars, its number 69321503886849, and a cell that holds 100 dollars too much of it. */
final class ExposureSamples {

    private ExposureSamples() {}

    static List<ControlTotals.Line> lines() {
        return List.of(line("deals", "1"), line("facts", "4"), line("undrawn", "465000000.00"));
    }

    static List<Discrepancy> differences() {
        return List.of(new Discrepancy("undrawn", new BigDecimal("465000000.00"), new BigDecimal("465000100.00")));
    }

    static BreakPlace place() {
        return new BreakPlace(
                "CELL",
                null,
                null,
                "DFC",
                "DIRECT_LOAN",
                "USD",
                UUID.fromString("3f0c2b9d-4e01-3a51-8d55-7f3e2a9b8c03"),
                "Critical minerals",
                "RARE_EARTHS",
                "MINING",
                "BR",
                "Serra Verde",
                UUID.fromString("019a5c0f-1a00-7b11-9c44-6e2d1f8a7b02"),
                UUID.fromString("019a5c11-2b00-7c22-8d55-7f3e2a9b8c03"),
                "SIGNED",
                "PUBLIC");
    }

    private static ControlTotals.Line line(String measure, String sum) {
        var number =
                BigDecimal.valueOf(ControlTotals.numberOf(UUID.fromString("019a5c10-7c00-7d3e-8a51-3f0c2b9d4e01")));
        return new ControlTotals.Line(
                "DFC", "DIRECT_LOAN", "USD", measure, new BigDecimal(sum), new BigDecimal(sum).multiply(number));
    }
}
