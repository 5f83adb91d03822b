package io.lodestone.projects.browsing;

import io.lodestone.projects.project.ProjectFilter;
import io.lodestone.projects.project.Projects;
import io.lodestone.projects.view.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    public List<ProjectView> many(ProjectFilter filter, Optional<UUID> after, int limit) {
        return projects.search(filter, after, limit).stream()
                .map(ProjectView::of)
                .toList();
    }

    /** @throws io.lodestone.projects.project.ProjectRefusal when there is no such project */
    @Transactional
    public void mustExist(UUID id) {
        projects.get(id);
    }
}
