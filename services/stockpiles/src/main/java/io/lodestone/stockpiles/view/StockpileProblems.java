package io.lodestone.stockpiles.view;

import io.lodestone.chassis.http.Problem;
import io.lodestone.stockpiles.stockpile.StockpileRefusal;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NoSuchStockpile;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotEnough;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotYet;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotYours;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.TooMuch;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** No refusal without a status: a new one does not compile until it is mapped here. */
@Provider
public class StockpileProblems implements ExceptionMapper<StockpileRefusal> {

    @Override
    public Response toResponse(StockpileRefusal refusal) {
        return of(refusal).toResponse();
    }

    static Problem of(StockpileRefusal refusal) {
        return switch (refusal) {
            case NoSuchStockpile r -> Problem.of(404, "not-found", r.detail());
            case NotYours r -> Problem.of(403, "not-your-agency", r.detail());
            case NotYet r ->
                Problem.of(422, "invalid", r.detail()).violation("effectiveOn", "must not be in the future");
            case TooMuch r -> Problem.of(422, "invalid", r.detail()).violation("tonnes", "are too much");
            case NotEnough r -> Problem.of(409, "not-enough", r.detail());
        };
    }
}
