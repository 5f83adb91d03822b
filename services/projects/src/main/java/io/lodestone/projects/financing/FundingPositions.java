package io.lodestone.projects.financing;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static java.util.stream.Collectors.toMap;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.chassis.http.Trace;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.known.DealLines;
import io.lodestone.projects.project.Project;
import io.lodestone.projects.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Tells the world when what deals promise to a project changes. Called inside the transaction of the feed. */
@ApplicationScoped
class FundingPositions {

    private final Projects projects;
    private final DealLines deals;
    private final Outbox outbox;
    private final Clock clock;

    FundingPositions(Projects projects, DealLines deals, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.deals = deals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** All projects of the batch are locked first, in one order, so that two batches and a command cannot deadlock. */
    void follow(List<Heard<DealEvent>> heard) {
        var ids = new TreeSet<>(
                heard.stream().map(fact -> fact.event().deal().projectId()).toList());
        var known = projects.forUpdate(ids).stream().collect(toMap(Project::id, project -> project));
        for (var fact : heard) {
            deals.note(fact.event());
            var project = known.get(fact.event().deal().projectId());
            if (project != null) {
                follow(project, fact);
            }
        }
    }

    private void follow(Project project, Heard<DealEvent> cause) {
        project.fund(deals.supportOf(project.id()), cause.event().effectiveOn(), clock.instant())
                .ifPresent(funded -> outbox.add(PROJECTS, funded, provenance(cause.envelope())));
    }

    private static Provenance provenance(Envelope cause) {
        return new Provenance(cause.actor(), Objects.requireNonNullElseGet(cause.traceparent(), Trace::fresh));
    }
}
