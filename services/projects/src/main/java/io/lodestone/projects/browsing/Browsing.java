package io.lodestone.projects.browsing;

import io.lodestone.chassis.http.Slice;
import io.lodestone.projects.project.Project;
import io.lodestone.projects.project.ProjectFilter;
import io.lodestone.projects.project.Projects;
import io.lodestone.projects.view.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;

/** Reads. */
@ApplicationScoped
class Browsing {

    private final Projects projects;

    Browsing(Projects projects) {
        this.projects = projects;
    }

    @Transactional
    public ProjectView one(UUID id) {
        return ProjectView.of(projects.get(id));
    }

    @Transactional
    public List<Project> many(ProjectFilter filter, Slice slice) {
        var values = new HashMap<>(slice.values());
        values.put("part", filter.sheetPart());
        values.put("since", filter.changedSince() == null ? Instant.EPOCH : filter.changedSince());
        return projects.find(
                        "cast(sql('? @> cast(? as jsonb)', sheet, :part) as boolean) = true and changedAt >= :since and "
                                + slice.condition() + " order by " + slice.orderBy(),
                        values)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .range(0, slice.rows() - 1)
                .list();
    }

    /** @throws io.lodestone.projects.project.ProjectRefusal when there is no such project */
    @Transactional
    public void mustExist(UUID id) {
        projects.get(id);
    }
}
