package io.lodestone.deals.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.deals.deal.DealRefusal;
import io.lodestone.deals.deal.DealRefusal.FourEyes;
import io.lodestone.deals.deal.DealRefusal.IllegalMove;
import io.lodestone.deals.deal.DealRefusal.ImportDiffers;
import io.lodestone.deals.deal.DealRefusal.NoSuchCondition;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.lodestone.deals.deal.DealRefusal.NoSuchRule;
import io.lodestone.deals.deal.DealRefusal.OpenConditions;
import io.lodestone.deals.deal.DealRefusal.OverDraw;
import io.lodestone.deals.deal.DealRefusal.ReferenceTaken;
import io.lodestone.deals.deal.DealRefusal.ReferenceUnknown;
import io.lodestone.deals.deal.DealRefusal.RuleBlocks;
import io.lodestone.deals.deal.DealRefusal.StillOwed;
import io.lodestone.deals.deal.DealRefusal.WrongField;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** No refusal without a status: a new one does not compile until it is mapped here. */
@Provider
public class DealProblems implements ExceptionMapper<DealRefusal> {

    @Override
    public Response toResponse(DealRefusal refusal) {
        return of(refusal).toResponse();
    }

    /** Also for refused lines of an import, which are not answers of their own. */
    public static Problem of(DealRefusal refusal) {
        return switch (refusal) {
            case NoSuchDeal r -> Problem.of(404, "not-found", r.detail());
            case ReferenceTaken r ->
                Problem.of(409, "reference-taken", r.detail()).with("id", r.deal());
            case ReferenceUnknown r ->
                Problem.of(422, "reference-unknown", r.detail())
                        .violation(r.field(), "names a " + r.what() + " that is not known");
            case IllegalMove r -> Problem.of(409, "illegal-move", r.detail()).with("allowed", r.allowed());
            case OverDraw r -> Problem.of(409, "over-draw", r.detail()).with("rule", r.rule());
            case OpenConditions r ->
                Problem.of(409, "open-conditions", r.detail()).with("conditions", r.keys());
            case NoSuchCondition r -> Problem.of(404, "no-such-condition", r.detail());
            case StillOwed r -> Problem.of(409, "still-owed", r.detail());
            case FourEyes r -> Problem.of(403, "four-eyes", r.detail());
            case WrongField r -> Problem.invalid(r.field(), r.problem());
            case RuleBlocks r -> {
                var problem = Problem.of(409, "rule-blocks", r.detail())
                        .with("rule", r.rule())
                        .with("citation", r.citation())
                        .with("allowed", List.of("notices", "rules/" + r.rule() + "/override"));
                yield r.until() == null
                        ? problem
                        : problem.with("until", r.until().toString());
            }
            case NoSuchRule r -> Problem.of(404, "not-found", r.detail());
            case ImportDiffers r -> Problem.of(409, "import-differs", r.detail());
        };
    }
}
