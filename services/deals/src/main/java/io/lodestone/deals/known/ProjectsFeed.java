package io.lodestone.deals.known;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.projects.ProjectEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps {@link KnownProject}s up to date from what projects says. */
@ApplicationScoped
class ProjectsFeed implements Feed<ProjectEvent> {

    private final FeedRunner runner;
    private final KnownProjects known;

    ProjectsFeed(FeedRunner runner, KnownProjects known) {
        this.runner = runner;
        this.known = known;
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
        for (var fact : heard) {
            known.note(
                    fact.event().subject(), fact.event().version(), fact.event().project());
        }
    }
}
