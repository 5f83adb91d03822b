package io.lodestone.projects.revising;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.projects.known.DealLines;
import io.lodestone.projects.project.Projects;
import io.lodestone.projects.project.Revision;
import io.lodestone.projects.view.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** What is known of a project changes. */
@ApplicationScoped
class Revising {

    private final Projects projects;
    private final DealLines deals;
    private final Outbox outbox;
    private final Clock clock;

    Revising(Projects projects, DealLines deals, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.deals = deals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A revision that changes nothing records nothing. Another capital need moves the funding gap, a fact of its own. */
    @Transactional
    public ProjectView revise(UUID id, IfMatch ifMatch, Revision revision) {
        var project = projects.forUpdate(id);
        ifMatch.check(project.version());
        var now = clock.instant();
        project.revise(revision, now).ifPresent(revised -> {
            outbox.add(PROJECTS, revised);
            project.fund(deals.supportOf(id), revised.effectiveOn(), now)
                    .ifPresent(funded -> outbox.add(PROJECTS, funded));
        });
        return ProjectView.of(project);
    }
}
