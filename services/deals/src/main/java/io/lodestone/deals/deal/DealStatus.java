package io.lodestone.deals.deal;

import java.util.Set;

/** The lifecycle, whole. The diagram in the README is generated from here by LifecycleDiagramTest. */
public enum DealStatus {
    LETTER_OF_INTEREST,
    APPLIED,
    DUE_DILIGENCE,
    APPROVED,
    SIGNED,
    EFFECTIVE,
    IN_DEFAULT,
    DECLINED,
    CANCELLED,
    TERMINATED,
    CLOSED,
    WRITTEN_OFF;

    /** Where a deal may go from here; empty when it has ended. */
    public Set<DealStatus> next() {
        return switch (this) {
            case LETTER_OF_INTEREST -> Set.of(APPLIED, CANCELLED);
            case APPLIED -> Set.of(DUE_DILIGENCE, DECLINED, CANCELLED);
            case DUE_DILIGENCE -> Set.of(APPROVED, DECLINED, CANCELLED);
            case APPROVED -> Set.of(SIGNED, CANCELLED);
            case SIGNED -> Set.of(EFFECTIVE, CANCELLED);
            case EFFECTIVE -> Set.of(IN_DEFAULT, TERMINATED, CLOSED);
            case IN_DEFAULT -> Set.of(EFFECTIVE, TERMINATED, WRITTEN_OFF);
            case DECLINED, CANCELLED, TERMINATED, CLOSED, WRITTEN_OFF -> Set.of();
        };
    }

    /** Not yet approved: the headline is pipeline. */
    boolean isPipeline() {
        return switch (this) {
            case LETTER_OF_INTEREST, APPLIED, DUE_DILIGENCE -> true;
            case APPROVED, SIGNED, EFFECTIVE, IN_DEFAULT, DECLINED, CANCELLED, TERMINATED, CLOSED, WRITTEN_OFF -> false;
        };
    }

    /** Signed and not ended: what is not drawn yet may still be drawn. */
    boolean isCommitted() {
        return switch (this) {
            case SIGNED, EFFECTIVE, IN_DEFAULT -> true;
            case LETTER_OF_INTEREST,
                    APPLIED,
                    DUE_DILIGENCE,
                    APPROVED,
                    DECLINED,
                    CANCELLED,
                    TERMINATED,
                    CLOSED,
                    WRITTEN_OFF -> false;
        };
    }
}
