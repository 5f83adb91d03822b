package io.lodestone.deals.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.deals.limit.LimitRefusal;
import io.lodestone.deals.limit.LimitRefusal.LimitExceeded;
import io.lodestone.deals.limit.LimitRefusal.NoSuchHold;
import io.lodestone.deals.limit.LimitRefusal.NoSuchLimit;
import io.lodestone.deals.limit.LimitRefusal.NothingToHold;
import io.lodestone.deals.limit.LimitRefusal.WrongTerm;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** No refusal without a status: a new one does not compile until it is mapped here. */
@Provider
public class LimitProblems implements ExceptionMapper<LimitRefusal> {

    @Override
    public Response toResponse(LimitRefusal refusal) {
        return of(refusal).toResponse();
    }

    static Problem of(LimitRefusal refusal) {
        return switch (refusal) {
            case LimitExceeded r -> exceeded(r);
            case NoSuchLimit r -> Problem.of(404, "not-found", r.detail());
            case NoSuchHold r -> Problem.of(404, "not-found", r.detail());
            case NothingToHold r -> Problem.of(409, "nothing-to-hold", r.detail());
            case WrongTerm r -> Problem.invalid(r.field(), r.problem());
        };
    }

    private static Problem exceeded(LimitExceeded refusal) {
        var use = refusal.use();
        var problem = Problem.of(409, "limit-exceeded", refusal.detail())
                .with("limitId", refusal.limit())
                .with("key", refusal.terms().key())
                .with("measure", refusal.terms().measure())
                .with("threshold", use.threshold())
                .with("used", use.used())
                .with("held", use.held())
                .with("requested", refusal.requested())
                .with("currency", use.currency());
        if (use.bucket() != null) {
            problem = problem.with("bucket", use.bucket());
        }
        return refusal.terms().citation() == null
                ? problem
                : problem.with("citation", refusal.terms().citation());
    }
}
