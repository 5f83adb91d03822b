package io.lodestone.deals.limit;

import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;

/** A figure that a limit may count. The ladder moves value from one rung to the next, so a sum over rungs has a meaning. */
public enum Rung {
    PIPELINE,
    AUTHORIZED_UNSIGNED,
    UNDRAWN,
    OUTSTANDING,
    CONTINGENT,
    PAID,
    WRITTEN_OFF;

    BigDecimal in(Figures figures) {
        return switch (this) {
            case PIPELINE -> figures.pipeline();
            case AUTHORIZED_UNSIGNED -> figures.authorizedUnsigned();
            case UNDRAWN -> figures.undrawn();
            case OUTSTANDING -> figures.outstanding();
            case CONTINGENT -> figures.contingent();
            case PAID -> figures.paid();
            case WRITTEN_OFF -> figures.writtenOff();
        };
    }
}
