package io.lodestone.deals.limiting;

import static io.lodestone.contracts.limits.LimitEvent.LIMITS;

import com.fasterxml.jackson.core.type.TypeReference;
import io.lodestone.chassis.http.Trace;
import io.lodestone.chassis.json.Json;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.deals.limit.Limit;
import io.lodestone.deals.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Brings the statutory limits of this build into the books. Editions that are in them already are stepped over. */
@ApplicationScoped
class StatuteBook {

    private static final String STATUTES = "/limits/statutory.json";

    private final Limits limits;
    private final Enactment enactment;
    private final Outbox outbox;

    StatuteBook(Limits limits, Enactment enactment, Outbox outbox) {
        this.limits = limits;
        this.enactment = enactment;
        this.outbox = outbox;
    }

    @Transactional
    public void enact() {
        var statutes = statutes();
        if (statutes.stream().allMatch(this::isKnown)) {
            return;
        }
        limits.alone();
        statutes.forEach(this::enact);
    }

    private boolean isKnown(Statute statute) {
        return limits.findByIdOptional(statute.id())
                .filter(limit -> limit.edition() >= statute.editions().size())
                .isPresent();
    }

    private void enact(Statute statute) {
        var limit = limits.findByIdOptional(statute.id()).orElseGet(() -> Limit.of(statute.id(), null));
        var cause = new Provenance("service:deals", Trace.fresh());
        for (int i = limit.edition(); i < statute.editions().size(); i++) {
            var edition = statute.editions().get(i);
            enactment
                    .on(edition.effectiveOn(), limit, edition.terms())
                    .forEach(fact -> outbox.add(LIMITS, fact, cause));
            limit.follows(i + 1);
        }
    }

    static List<Statute> statutes() {
        try (var file = Objects.requireNonNull(StatuteBook.class.getResourceAsStream(STATUTES))) {
            return Json.forImports().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the statutory limits of this build do not read", e);
        }
    }
}
