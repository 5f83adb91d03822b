package io.lodestone.projects.project;

import io.lodestone.projects.project.ProjectRefusal.NoSuchProject;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The projects' table. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, UUID> {

    /** @throws NoSuchProject when it is not known */
    public Project get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NoSuchProject(id));
    }

    /** Row-locks the project, so that its facts are drawn, and later published, in order. */
    public Project forUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NoSuchProject(id));
    }

    /** Row-locks those that are known, always in the same order: two batches that share projects take turns. */
    public List<Project> forUpdate(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * The project with this reference, if any. Nobody else can take the reference until the transaction ends, so that
     * "not taken" stays true.
     */
    public Optional<Project> claim(String reference) {
        getEntityManager()
                .createNativeQuery("select count(*) from pg_advisory_xact_lock(hashtextextended(?1, 0))", Long.class)
                .setParameter(1, reference)
                .getSingleResult();
        return find("reference", reference).firstResultOptional();
    }
}
