package io.lodestone.projects.browsing;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.outbox.History;
import io.lodestone.chassis.outbox.RecordedFact.CloudEvent;
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
    private final History history;

    Browsing(Projects projects, History history) {
        this.projects = projects;
        this.history = history;
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

    @Transactional
    public List<CloudEvent> events(UUID id) {
        projects.get(id);
        return history.of(PROJECTS, id);
    }
}
