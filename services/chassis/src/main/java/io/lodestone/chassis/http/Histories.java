package io.lodestone.chassis.http;

import io.lodestone.chassis.outbox.History;
import io.lodestone.contracts.envelope.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Answers to the question what ever happened to a resource. */
@ApplicationScoped
public class Histories {

    private final History history;
    private final Pages pages;

    Histories(History history, Pages pages) {
        this.history = history;
        this.pages = pages;
    }

    /** One page of a subject's facts as complete CloudEvents, oldest first. */
    public Response answer(Topic<?> topic, UUID subject, PageRequest page) {
        var facts = history.of(topic, subject, page.afterNumber(), page.limit() + 1);
        if (facts.size() <= page.limit()) {
            return pages.answer(new Page<>(facts, null));
        }
        var shown = facts.subList(0, page.limit());
        return pages.answer(new Page<>(shown, PageRequest.cursor(shown.getLast().version())));
    }
}
