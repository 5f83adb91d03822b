package io.lodestone.projects.importing;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.http.Imported;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.projects.project.Project;
import io.lodestone.projects.project.ProjectRefusal.ImportDiffers;
import io.lodestone.projects.project.ProjectSheet;
import io.lodestone.projects.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Takes in one line of a file. A file may come twice: its second coming changes nothing. */
@ApplicationScoped
class Importing {

    private final Projects projects;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Importing(Projects projects, Outbox outbox, Ids ids, Clock clock) {
        this.projects = projects;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ImportDiffers when the reference is known with other values */
    @Transactional
    public Imported take(ProjectSheet line) {
        var known = projects.claim(line.reference());
        if (known.isPresent()) {
            return unchanged(known.get(), line);
        }
        var now = clock.instant();
        var project = Project.of(ids.next(), line, now);
        outbox.add(PROJECTS, project.register(now));
        projects.persist(project);
        return new Imported(Imported.Status.CREATED, project.id());
    }

    private static Imported unchanged(Project known, ProjectSheet line) {
        var differences = known.differences(line);
        if (!differences.isEmpty()) {
            throw new ImportDiffers(line.reference(), differences);
        }
        return new Imported(Imported.Status.UNCHANGED, known.id());
    }
}
