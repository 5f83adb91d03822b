package io.lodestone.query.hearing;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.FeedRunner;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.projects.ProjectEvent;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.known.ledger.Ledger;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Facts of projects say in which country, mineral and segment the money of their deals sits. */
@ApplicationScoped
class ProjectsFeed implements Feed<ProjectEvent> {

    private final FeedRunner runner;
    private final Ledger ledger;

    ProjectsFeed(FeedRunner runner, Ledger ledger) {
        this.runner = runner;
        this.ledger = ledger;
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
        ledger.takeInProjects(heard.stream()
                .map(one -> ProjectFact.of(one.envelope().id(), one.envelope().type(), one.event()))
                .toList());
    }
}
