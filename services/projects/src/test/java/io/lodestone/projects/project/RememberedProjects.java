package io.lodestone.projects.project;

import io.lodestone.projects.project.ProjectRefusal.NoSuchProject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The projects' table as a map, for tests of use cases. */
public final class RememberedProjects extends Projects {

    private final Map<UUID, Project> projects = new LinkedHashMap<>();

    @Override
    public void persist(Project project) {
        projects.put(project.id(), project);
    }

    @Override
    public Project get(UUID id) {
        return forUpdate(id);
    }

    @Override
    public Project forUpdate(UUID id) {
        return Optional.ofNullable(projects.get(id)).orElseThrow(() -> new NoSuchProject(id));
    }

    @Override
    public List<Project> forUpdate(Collection<UUID> ids) {
        return ids.stream().filter(projects::containsKey).map(projects::get).toList();
    }

    @Override
    public Optional<Project> claim(String reference) {
        return projects.values().stream()
                .filter(project -> project.reference().equals(reference))
                .findFirst();
    }

    /** A project that is known already, under an id of the test's. */
    public Project known(UUID id, ProjectSheet sheet) {
        var project = Project.of(id, sheet, SomeSheets.NOON);
        project.register(SomeSheets.NOON);
        persist(project);
        return project;
    }
}
