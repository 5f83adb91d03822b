package io.lodestone.deals.known;

import io.lodestone.contracts.projects.ProjectProfile;
import io.lodestone.deals.deal.DealRefusal.ReferenceUnknown;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The projects we have heard of. A project that is not known yet may be on its way: a few callers at a time wait up to
 * two seconds for its fact.
 */
@ApplicationScoped
public class KnownProjects implements PanacheRepositoryBase<KnownProject, UUID> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int WAITERS_MAX = 8;

    private final Semaphore waiters = new Semaphore(WAITERS_MAX);
    private final Missing missing;

    KnownProjects(Missing missing) {
        this.missing = missing;
    }

    /** @throws ReferenceUnknown when there is none after two seconds */
    public UUID require(UUID id) {
        return patiently(id.toString(), () -> findByIdOptional(id).map(KnownProject::id))
                .orElseThrow(() -> new ReferenceUnknown("projectId", id.toString()));
    }

    /** @throws ReferenceUnknown when there is none after two seconds */
    public UUID requireReference(String reference) {
        return patiently(
                        reference,
                        () -> find("reference", reference).firstResultOptional().map(KnownProject::id))
                .orElseThrow(() -> new ReferenceUnknown("projectReference", reference));
    }

    void note(UUID id, long version, ProjectProfile project) {
        var known = findById(id);
        if (known == null) {
            persist(new KnownProject(id, version, project));
        } else {
            known.note(version, project);
        }
    }

    private Optional<UUID> patiently(String wanted, Supplier<Optional<UUID>> look) {
        var found = look.get();
        if (found.isPresent() || missing.isFresh(wanted) || !waiters.tryAcquire()) {
            return found;
        }
        try {
            for (long left = PATIENCE.dividedBy(STEP); left > 0 && found.isEmpty(); left--) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP.toMillis()));
                found = QuarkusTransaction.requiringNew().call(look::get);
            }
            if (found.isEmpty()) {
                missing.note(wanted);
            }
            return found;
        } finally {
            waiters.release();
        }
    }
}
