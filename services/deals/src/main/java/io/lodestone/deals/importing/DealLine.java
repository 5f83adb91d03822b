package io.lodestone.deals.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.deals.deal.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One line of an import, taken apart.
 *
 * @param head the proposal, as a body of {@code POST /v1/deals} would be
 * @param acts its history, oldest first
 */
record DealLine(ObjectNode head, List<Act> acts) {

    private static final int ACTS_MAX = 1000;

    private static final Map<String, Class<? extends Act>> ACTS = Map.ofEntries(
            Map.entry("application", Act.Apply.class),
            Map.entry("due-diligence", Act.StartDueDiligence.class),
            Map.entry("approval", Act.Approve.class),
            Map.entry("declination", Act.Decline.class),
            Map.entry("signing", Act.Sign.class),
            Map.entry("notices", Act.SendNotice.class),
            Map.entry("rule-override", Act.OverrideRule.class),
            Map.entry("condition-satisfaction", Act.SatisfyCondition.class),
            Map.entry("condition-waiver", Act.WaiveCondition.class),
            Map.entry("effectiveness", Act.MakeEffective.class),
            Map.entry("amendments", Act.Amend.class),
            Map.entry("disbursements", Act.Disburse.class),
            Map.entry("interest-capitalisations", Act.CapitaliseInterest.class),
            Map.entry("repayments", Act.ReceiveRepayment.class),
            Map.entry("liability-adjustments", Act.AdjustLiability.class),
            Map.entry("default", Act.DeclareDefault.class),
            Map.entry("default/cure", Act.CureDefault.class),
            Map.entry("default/waiver", Act.WaiveDefault.class),
            Map.entry("payment-deferrals", Act.DeferPayment.class),
            Map.entry("write-offs", Act.WriteOff.class),
            Map.entry("cancellation", Act.Cancel.class),
            Map.entry("termination", Act.Terminate.class),
            Map.entry("closing", Act.Close.class));

    /**
     * @param reader makes an act of its JSON
     * @throws ProblemException naming the act and field that are wrong
     */
    static DealLine of(ObjectNode line, BiFunction<ObjectNode, Class<? extends Act>, Act> reader) {
        var head = line.deepCopy();
        var history = head.remove("history");
        var acts = new ArrayList<Act>();
        if (history != null && (!history.isArray() || history.size() > ACTS_MAX)) {
            throw wrong("history", "must be a list of at most " + ACTS_MAX + " acts");
        }
        for (int i = 0; history != null && i < history.size(); i++) {
            if (!(history.get(i).deepCopy() instanceof ObjectNode act)) {
                throw wrong("history[" + i + "]", "must be an object");
            }
            var name = act.remove("act");
            var type = name == null ? null : ACTS.get(name.asText());
            if (type == null) {
                throw wrong(
                        "history[" + i + "].act",
                        "must be one of " + ACTS.keySet().stream().sorted().toList());
            }
            acts.add(read(i, act, type, reader));
        }
        return new DealLine(head, acts);
    }

    private static Act read(
            int index,
            ObjectNode act,
            Class<? extends Act> type,
            BiFunction<ObjectNode, Class<? extends Act>, Act> reader) {
        try {
            return reader.apply(act, type);
        } catch (ProblemException e) {
            var problem = e.problem();
            throw new ProblemException(new Problem(
                    problem.status(),
                    problem.slug(),
                    "history[" + index + "]: " + problem.detail(),
                    problem.extensions()));
        }
    }

    private static ProblemException wrong(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }
}
