package io.lodestone.projects.staging;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.projects.project.Move;
import io.lodestone.projects.project.Projects;
import io.lodestone.projects.view.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** A project moves to another stage. */
@ApplicationScoped
class Staging {

    private final Projects projects;
    private final Outbox outbox;
    private final Clock clock;

    Staging(Projects projects, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public ProjectView move(UUID id, IfMatch ifMatch, Move move) {
        var project = projects.forUpdate(id);
        ifMatch.check(project.version());
        outbox.add(PROJECTS, project.moveTo(move, clock.instant()));
        return ProjectView.of(project);
    }
}
