package io.lodestone.chassis.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A log in memory; it acknowledges when told to. */
final class SentInMemory implements FactLog {

    private final List<RecordedFact> facts = new ArrayList<>();
    private boolean answering = true;

    @Override
    public Sending send(List<RecordedFact> sent) {
        facts.addAll(sent);
        return () -> answering;
    }

    void answer(boolean answers) {
        answering = answers;
    }

    /** The versions sent of a subject, in the order they were sent. */
    List<Long> versions(UUID subject) {
        return facts.stream()
                .filter(fact -> fact.subject().equals(subject))
                .map(RecordedFact::version)
                .toList();
    }

    int size() {
        return facts.size();
    }
}
