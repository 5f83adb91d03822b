package io.lodestone.projects.project;

import io.lodestone.contracts.Money;

/**
 * What a deal, or all deals of one agency and release class, promise to a project. The three amounts are of one currency and are never added to one figure of
 * support.
 *
 * @param agency       catalogue code, kept as heard
 * @param releaseClass PUBLIC, PARTNER or RESTRICTED
 * @param pipeline     offered, not yet approved
 * @param authorized   approved, not yet signed
 * @param signed       signed: still to be drawn, drawn, and the maximum liability of contingent cover
 */
public record Support(String agency, String releaseClass, Money pipeline, Money authorized, Money signed) {

    public String currency() {
        return signed.currency();
    }

    Support plus(Support other) {
        return new Support(
                agency,
                releaseClass,
                pipeline.plus(other.pipeline),
                authorized.plus(other.authorized),
                signed.plus(other.signed));
    }
}
