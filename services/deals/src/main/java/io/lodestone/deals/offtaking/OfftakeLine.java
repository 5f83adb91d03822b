package io.lodestone.deals.offtaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.deals.offtake.OfftakeAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One line of an import, taken apart.
 *
 * @param head the proposal, as a body of {@code POST /v1/offtakes} would be
 * @param acts its history, oldest first
 */
record OfftakeLine(ObjectNode head, List<OfftakeAct> acts) {

    private static final int ACTS_MAX = 1000;

    private static final Map<String, Class<? extends OfftakeAct>> ACTS = Map.of(
            "signing", OfftakeAct.Sign.class,
            "in-force", OfftakeAct.BringInForce.class,
            "amendments", OfftakeAct.Amend.class,
            "deliveries", OfftakeAct.Deliver.class,
            "dispute", OfftakeAct.Dispute.class,
            "dispute/extension", OfftakeAct.ExtendCure.class,
            "dispute/cure", OfftakeAct.Cure.class,
            "fulfilment", OfftakeAct.Fulfil.class,
            "termination", OfftakeAct.Terminate.class,
            "abandonment", OfftakeAct.Abandon.class);

    /** @throws ProblemException naming the act that is wrong */
    static OfftakeLine of(ObjectNode line, Imports imports) {
        var head = line.deepCopy();
        var history = head.remove("history");
        var acts = new ArrayList<OfftakeAct>();
        if (history != null && (!history.isArray() || history.size() > ACTS_MAX)) {
            throw new ProblemException(Problem.invalid("history", "must be a list of at most " + ACTS_MAX + " acts"));
        }
        for (int i = 0; history != null && i < history.size(); i++) {
            var name = history.get(i).path("act").asText();
            var type = ACTS.get(name);
            if (type == null || !(history.get(i).deepCopy() instanceof ObjectNode act)) {
                throw new ProblemException(Problem.invalid(
                        "history[" + i + "].act",
                        "must be one of " + ACTS.keySet().stream().sorted().toList()));
            }
            act.remove("act");
            acts.add(imports.read(act, type));
        }
        return new OfftakeLine(head, acts);
    }
}
