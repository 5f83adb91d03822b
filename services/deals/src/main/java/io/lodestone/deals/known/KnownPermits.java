package io.lodestone.deals.known;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The permits we have heard of. */
@ApplicationScoped
public class KnownPermits implements PanacheRepositoryBase<KnownPermit, String> {

    public void note(UUID project, String key, long version, String status) {
        var permit = findById(KnownPermit.idOf(project, key));
        if (permit == null) {
            permit = new KnownPermit(project, key);
            persist(permit);
        }
        permit.note(version, status);
    }

    /** The code of its status; empty when nothing was heard of it. */
    public Optional<String> status(UUID project, String key) {
        return findByIdOptional(KnownPermit.idOf(project, key)).map(KnownPermit::status);
    }
}
