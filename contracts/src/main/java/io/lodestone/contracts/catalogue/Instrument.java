package io.lodestone.contracts.catalogue;

/** The forms support takes, each with the rule that says which figures it moves. */
public enum Instrument {
    DIRECT_LOAN(ExposureRule.FUNDED_DEBT),
    SUBORDINATED_LOAN(ExposureRule.FUNDED_DEBT),
    LOAN_GUARANTEE(ExposureRule.CONTINGENT),
    POLITICAL_RISK_INSURANCE(ExposureRule.CONTINGENT),
    EQUITY(ExposureRule.EQUITY),
    PREFERRED_EQUITY(ExposureRule.EQUITY),
    WARRANT(ExposureRule.EQUITY),
    FUND_COMMITMENT(ExposureRule.EQUITY),
    GRANT(ExposureRule.NON_REPAYABLE),
    TECHNICAL_ASSISTANCE(ExposureRule.NON_REPAYABLE),
    TAX_CREDIT(ExposureRule.NON_REPAYABLE),
    PRICE_FLOOR(ExposureRule.CONTINGENT),
    OFFTAKE_GUARANTEE(ExposureRule.CONTINGENT),
    PURCHASE_COMMITMENT(ExposureRule.PURCHASE);

    /** Which figures move: see the table in the deals service's README. */
    public enum ExposureRule {
        FUNDED_DEBT,
        CONTINGENT,
        EQUITY,
        NON_REPAYABLE,
        PURCHASE
    }

    private final ExposureRule exposureRule;

    Instrument(ExposureRule exposureRule) {
        this.exposureRule = exposureRule;
    }

    public ExposureRule exposureRule() {
        return exposureRule;
    }
}
