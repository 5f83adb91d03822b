package io.lodestone.projects.financing;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.chassis.http.Trace;
import io.lodestone.chassis.outbox.Caused;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.projects.ProjectEvent.FundingPositionChanged;
import io.lodestone.projects.known.DealLines;
import io.lodestone.projects.project.Project;
import io.lodestone.projects.project.Projects;
import io.lodestone.projects.project.Support;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

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

    /**
     * A batch tells each project's news once, as caused by the last of its facts. All its projects are locked first, in
     * one order, so that two batches and a command cannot deadlock.
     */
    void follow(List<Heard<DealEvent>> heard) {
        var last = new TreeMap<UUID, Heard<DealEvent>>();
        heard.forEach(fact -> last.put(fact.event().deal().projectId(), fact));
        var known = projects.forUpdate(last.keySet());
        deals.note(heard.stream().map(Heard::event).toList());
        var supports = deals.supportOf(known.stream().map(Project::id).toList());
        outbox.addAllCaused(
                PROJECTS,
                known.stream()
                        .flatMap(project -> funded(
                                project,
                                supports.getOrDefault(project.id(), List.of()),
                                Objects.requireNonNull(last.get(project.id()))))
                        .toList());
    }

    private Stream<Caused<FundingPositionChanged>> funded(
            Project project, List<Support> support, Heard<DealEvent> cause) {
        return project.fund(support, cause.event().effectiveOn(), clock.instant()).stream()
                .map(funded -> new Caused<>(funded, provenance(cause.envelope())));
    }

    private static Provenance provenance(Envelope cause) {
        return new Provenance(cause.actor(), Objects.requireNonNullElseGet(cause.traceparent(), Trace::fresh));
    }
}
