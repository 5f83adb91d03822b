package io.lodestone.deals.hearing;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.projects.ProjectEvent;
import io.lodestone.contracts.projects.ProjectEvent.FundingPositionChanged;
import io.lodestone.contracts.projects.ProjectEvent.PermitStatusChanged;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRegistered;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRevised;
import io.lodestone.contracts.projects.ProjectEvent.ProjectStageChanged;
import io.lodestone.deals.known.KnownProjects;
import io.lodestone.deals.limit.Limits;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the known projects up to date from what projects says; a permit that moved moves the conditions that name it. */
@ApplicationScoped
class ProjectsFeed implements Feed<ProjectEvent> {

    private final FeedRunner runner;
    private final KnownProjects known;
    private final Relocation relocation;
    private final LinkedConditions conditions;
    private final Limits limits;

    ProjectsFeed(
            FeedRunner runner, KnownProjects known, Relocation relocation, LinkedConditions conditions, Limits limits) {
        this.runner = runner;
        this.known = known;
        this.relocation = relocation;
        this.conditions = conditions;
        this.limits = limits;
    }

    @Incoming("projects")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("projects", records, this);
    }

    @Override
    public Topic<ProjectEvent> topic() {
        return PROJECTS;
    }

    @Override
    public void on(List<Heard<ProjectEvent>> heard) {
        var moved = heard.stream().filter(fact -> isMove(fact.event())).toList();
        if (!moved.isEmpty()) { // shares nothing yet: two who do would wait for each other
            relocation.follow(moved);
        }
        limits.share();
        follow(heard, conditions);
    }

    private boolean isMove(ProjectEvent event) {
        return known.note(event.subject(), event.version(), event.project());
    }

    /** After all projects are noted: it locks deals, and limits come first. */
    static void follow(List<Heard<ProjectEvent>> heard, LinkedConditions conditions) {
        for (var fact : heard) {
            switch (fact.event()) {
                case PermitStatusChanged permit -> conditions.followPermit(permit, fact.envelope());
                case ProjectRegistered _, ProjectRevised _, ProjectStageChanged _, FundingPositionChanged _ -> {}
            }
        }
    }
}
