package io.lodestone.projects.registration;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.projects.project.Project;
import io.lodestone.projects.project.ProjectRefusal.ReferenceTaken;
import io.lodestone.projects.project.ProjectSheet;
import io.lodestone.projects.project.Projects;
import io.lodestone.projects.view.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** A project becomes known. */
@ApplicationScoped
class Registration {

    private final Projects projects;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Registration(Projects projects, Outbox outbox, Ids ids, Clock clock) {
        this.projects = projects;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ReferenceTaken when another project has the reference */
    @Transactional
    public ProjectView register(ProjectSheet sheet) {
        projects.claim(sheet.reference()).ifPresent(other -> {
            throw new ReferenceTaken(sheet.reference(), other.id());
        });
        var now = clock.instant();
        var project = Project.of(ids.next(), sheet, now);
        outbox.add(PROJECTS, project.register(now));
        projects.persist(project);
        return ProjectView.of(project);
    }
}
