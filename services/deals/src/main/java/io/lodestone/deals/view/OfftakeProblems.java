package io.lodestone.deals.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.deals.offtake.OfftakeRefusal;
import io.lodestone.deals.offtake.OfftakeRefusal.IllegalOfftakeMove;
import io.lodestone.deals.offtake.OfftakeRefusal.NoSuchOfftake;
import io.lodestone.deals.offtake.OfftakeRefusal.OfftakeDiffers;
import io.lodestone.deals.offtake.OfftakeRefusal.OfftakeTaken;
import io.lodestone.deals.offtake.OfftakeRefusal.WrongOfftakeField;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** No refusal without a status: a new one does not compile until it is mapped here. */
@Provider
public class OfftakeProblems implements ExceptionMapper<OfftakeRefusal> {

    @Override
    public Response toResponse(OfftakeRefusal refusal) {
        return of(refusal).toResponse();
    }

    /** Also for refused lines of an import, which are not answers of their own. */
    public static Problem of(OfftakeRefusal refusal) {
        return switch (refusal) {
            case NoSuchOfftake r -> Problem.of(404, "not-found", r.detail());
            case OfftakeTaken r ->
                Problem.of(409, "reference-taken", r.detail()).with("id", r.offtake());
            case IllegalOfftakeMove r ->
                Problem.of(409, "illegal-move", r.detail()).with("allowed", r.allowed());
            case WrongOfftakeField r -> Problem.invalid(r.field(), r.problem());
            case OfftakeDiffers r -> Problem.of(409, "import-differs", r.detail());
        };
    }
}
