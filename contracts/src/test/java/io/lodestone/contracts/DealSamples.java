package io.lodestone.contracts;

import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One loan of 465 million dollars through its life: where it stands after each kind of fact. */
final class DealSamples {

    private static final String SUM = "465000000.00";
    private static final String DRAWN = "100000000.00";
    private static final Map<String, String> PIPELINE = Map.of("pipeline", SUM);
    private static final Map<String, String> APPROVED = Map.of("authorized", SUM, "authorizedUnsigned", SUM);
    private static final Map<String, String> SIGNED = Map.of("authorized", SUM, "committed", SUM, "undrawn", SUM);
    private static final Map<String, String> RUNNING =
            with(SIGNED, Map.of("disbursed", DRAWN, "undrawn", "365000000.00", "outstanding", DRAWN));

    private DealSamples() {}

    /** {@code amount} is what the fact moved, where it moves something. */
    record Stage(String status, String amount, Map<String, String> figures) {

        Figures asFigures() {
            var values = List.of(
                            "pipeline",
                            "authorizedUnsigned",
                            "authorized",
                            "committed",
                            "cancelled",
                            "undrawn",
                            "disbursed",
                            "capitalisedInterest",
                            "repaid",
                            "writtenOff",
                            "outstanding",
                            "contingent",
                            "paid")
                    .stream()
                    .map(name -> new BigDecimal(figures.getOrDefault(name, "0.00")))
                    .toArray(BigDecimal[]::new);
            return new Figures(
                    values[0],
                    values[1],
                    values[2],
                    values[3],
                    values[4],
                    values[5],
                    values[6],
                    values[7],
                    values[8],
                    values[9],
                    values[10],
                    values[11],
                    values[12],
                    "USD");
        }
    }

    /** @param fact simple name of a deal fact's record */
    static Stage after(String fact) {
        return switch (fact) {
            case "DealProposed" -> new Stage("LETTER_OF_INTEREST", SUM, PIPELINE);
            case "DealApplied" -> new Stage("APPLIED", SUM, PIPELINE);
            case "DueDiligenceStarted" -> new Stage("DUE_DILIGENCE", SUM, PIPELINE);
            case "DealApproved" -> new Stage("APPROVED", SUM, APPROVED);
            case "DealDeclined" -> new Stage("DECLINED", SUM, Map.of());
            case "DealAmended" -> {
                var more = "500000000.00";
                yield new Stage("APPROVED", more, Map.of("authorized", more, "authorizedUnsigned", more));
            }
            case "DealSigned", "ConditionSatisfied", "ConditionWaived", "ConditionReopened" ->
                new Stage("SIGNED", SUM, SIGNED);
            case "NoticeSent", "RuleOverridden" -> new Stage("APPROVED", SUM, APPROVED);
            case "DealEffective" -> new Stage("EFFECTIVE", SUM, SIGNED);
            case "DealCancelled" ->
                new Stage(
                        "SIGNED",
                        "65000000.00",
                        with(SIGNED, Map.of("cancelled", "65000000.00", "undrawn", "400000000.00")));
            case "FundsDisbursed" -> new Stage("EFFECTIVE", DRAWN, RUNNING);
            case "InterestCapitalised" ->
                new Stage(
                        "EFFECTIVE",
                        "2500000.00",
                        with(RUNNING, Map.of("capitalisedInterest", "2500000.00", "outstanding", "102500000.00")));
            case "RepaymentReceived" ->
                new Stage(
                        "EFFECTIVE",
                        "40000000.00",
                        with(RUNNING, Map.of("repaid", "40000000.00", "outstanding", "60000000.00")));
            case "LiabilityAdjusted" ->
                new Stage("EFFECTIVE", "410000000.00", Map.of("authorized", SUM, "contingent", "410000000.00"));
            case "DefaultDeclared" -> new Stage("IN_DEFAULT", SUM, RUNNING);
            case "DefaultCured", "DefaultWaived", "PaymentDeferred", "CrossDefaultFlagged", "CrossDefaultCleared" ->
                new Stage("EFFECTIVE", SUM, RUNNING);
            case "DealWrittenOff" ->
                new Stage(
                        "WRITTEN_OFF",
                        DRAWN,
                        with(RUNNING, Map.of("undrawn", "0.00", "writtenOff", DRAWN, "outstanding", "0.00")));
            case "DealTerminated" -> new Stage("TERMINATED", SUM, with(RUNNING, Map.of("undrawn", "0.00")));
            case "DealClosed" ->
                new Stage("CLOSED", SUM, with(SIGNED, Map.of("undrawn", "0.00", "disbursed", SUM, "repaid", SUM)));
            default -> throw new IllegalStateException("say where a deal stands after " + fact);
        };
    }

    private static Map<String, String> with(Map<String, String> figures, Map<String, String> changed) {
        var all = new HashMap<>(figures);
        all.putAll(changed);
        return Map.copyOf(all);
    }
}
