package io.lodestone.deals.limiting;

import static io.lodestone.contracts.limits.LimitEvent.LIMITS;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.deals.limit.Limit;
import io.lodestone.deals.limit.LimitTerms;
import io.lodestone.deals.limit.LimitTerms.Effect;
import io.lodestone.deals.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** An agency sets a limit. Acts on deals wait meanwhile, so that none is missed when they are counted. */
@ApplicationScoped
class LimitSetting {

    private final Limits limits;
    private final Enactment enactment;
    private final LimitReading reading;
    private final Outbox outbox;
    private final Caller caller;

    LimitSetting(Limits limits, Enactment enactment, LimitReading reading, Outbox outbox, Caller caller) {
        this.limits = limits;
        this.enactment = enactment;
        this.reading = reading;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** True when the caller's agency has set a limit of that key before. */
    @Transactional
    public boolean isKnown(LimitTerms terms) {
        return limits.of(agency(), terms.key()).isPresent();
    }

    /** @throws ProblemException 403 when it would block deals of others, 412 or 428 for the version of a known one */
    @Transactional
    public LimitView set(LimitTerms terms, IfMatch ifMatch) {
        var agency = agency();
        if (terms.effect() == Effect.BLOCK && !terms.scope().isWithin(agency)) {
            throw new ProblemException(Problem.of(
                    403,
                    "not-your-agency",
                    "A limit that blocks may count deals of your own agency only. Let scope.agencies be [\"" + agency
                            + "\"], or let the effect be WARN."));
        }
        limits.alone();
        var known = limits.of(agency, terms.key());
        known.ifPresent(limit -> ifMatch.check(limit.version()));
        var limit = known.orElseGet(() -> Limit.of(enactment.newId(), agency));
        enactment.today(limit, terms).forEach(fact -> outbox.add(LIMITS, fact));
        return reading.view(limit);
    }

    private String agency() {
        return caller.agency()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        403, "not-your-agency", "A limit belongs to an agency; you act for none. Ask an approver.")));
    }
}
