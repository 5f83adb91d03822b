package io.lodestone.contracts;

import io.lodestone.contracts.limits.LimitProfile;
import io.lodestone.contracts.limits.LimitScope;
import io.lodestone.contracts.limits.LimitUse;
import java.math.BigDecimal;
import java.util.List;

/** The limit that the samples speak of: what one obligor may owe DFC. */
final class LimitSamples {

    private LimitSamples() {}

    static LimitProfile profile() {
        return new LimitProfile("dfc-single-obligor", "DFC, one obligor", "DFC", "DFC", "BLOCK", "PUBLIC");
    }

    static LimitScope scope() {
        return new LimitScope(
                List.of("DFC"),
                List.of("DIRECT_LOAN", "LOAN_GUARANTEE"),
                List.of("Critical minerals"),
                List.of("BR"),
                List.of("RARE_EARTHS"),
                List.of("MINING"),
                List.of("5493001KJTIIGC8Y1R12"));
    }

    static LimitUse use(String fact) {
        return switch (fact) {
            case "HeadroomHeld" -> use("7900000000.00", "465000000.00");
            case "LimitApproached" -> use("8365000000.00", "0.00");
            case "LimitBreached" -> use("10300000000.00", "0.00");
            default -> use("7900000000.00", "0.00");
        };
    }

    private static LimitUse use(String used, String held) {
        return new LimitUse(
                "5493001KJTIIGC8Y1R12",
                new BigDecimal("10250000000.00"),
                new BigDecimal(used),
                new BigDecimal(held),
                "USD");
    }
}
