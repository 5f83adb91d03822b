package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedMachine.Done;
import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.feed.FeedRows.Parking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides within one transaction, before any effect, which records may be taken in: facts that can be read, each the
 * next version of its subject, of a key that nothing holds back. The others are stepped over or parked.
 */
final class Admission<T> {

    static final String WAITS = "waits behind an earlier parked fact of its key";

    private final FeedRows rows;
    private final Hearing<T> hearing;
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Map<UUID, Long> moved = new HashMap<>();
    private final List<T> admitted = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Parking> parked = new ArrayList<>();
    private final Set<UUID> blocked = new HashSet<>();

    private record Opened(Message message, Envelope envelope) {}

    Admission(FeedRows rows, Hearing<T> hearing) {
        this.rows = rows;
        this.hearing = hearing;
    }

    void admit(List<Message> messages) {
        var opened = new ArrayList<Opened>(messages.size());
        for (var message : messages) {
            try {
                opened.add(new Opened(message, Envelope.of(message)));
            } catch (NotAFact e) {
                parked.add(new Parking(message, null, Hold.ASIDE, String.valueOf(e.getMessage())));
            }
        }
        look(opened.stream().map(one -> one.envelope().subject()).collect(Collectors.toSet()));
        opened.forEach(one -> admit(one.message(), one.envelope()));
    }

    /** For one whose parked facts are gone on with. */
    void look(UUID subject) {
        versions.putAll(rows.versions(hearing.topic(), Set.of(subject)));
    }

    /** Null when a parked fact is taken in, or was heard since, else why not. */
    @Nullable
    String takeParked(Envelope envelope) {
        return envelope.version() <= heard(envelope.subject()) ? null : take(envelope);
    }

    private void look(Set<UUID> subjects) {
        if (!subjects.isEmpty()) {
            versions.putAll(rows.versions(hearing.topic(), subjects));
            blocked.addAll(rows.blocked(hearing.topic(), subjects));
        }
    }

    private void admit(Message message, Envelope envelope) {
        if (envelope.version() <= heard(envelope.subject())) {
            return; // sent again, by a relay that was killed or for a topic that was lost
        }
        if (blocked.contains(envelope.subject())) {
            parked.add(new Parking(message, envelope, Hold.WAITING, WAITS));
            return;
        }
        var cause = take(envelope);
        if (cause != null) {
            blocked.add(envelope.subject());
            parked.add(new Parking(message, envelope, Hold.BLOCKING, cause));
        }
    }

    /** How many facts were taken in. */
    long taken() {
        return admitted.size() + unknown.size();
    }

    /** Null when the fact is taken in, else why not. */
    private @Nullable String take(Envelope envelope) {
        var gap = gap(heard(envelope.subject()), envelope.version());
        if (gap != null) {
            return gap;
        }
        Optional<T> read;
        try {
            read = hearing.read(envelope);
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
        read.ifPresentOrElse(admitted::add, () -> unknown.add(envelope.type()));
        versions.put(envelope.subject(), envelope.version());
        moved.put(envelope.subject(), envelope.version());
        return null;
    }

    /** Runs the effect of what was admitted, and writes down the rest. */
    Done finish() {
        if (!moved.isEmpty()) {
            rows.remember(hearing.topic(), moved);
        }
        parked.forEach(rows::park);
        if (!admitted.isEmpty()) {
            hearing.on(admitted);
        }
        return new Done(unknown, parked);
    }

    private long heard(UUID subject) {
        return versions.getOrDefault(subject, 0L);
    }

    private static @Nullable String gap(long heard, long version) {
        long missing = version - heard - 1;
        if (missing <= 0) {
            return null;
        }
        var which = missing == 1 ? heard + 1 + " is missing" : heard + 1 + " to " + (version - 1) + " are missing";
        return heard == 0
                ? "version " + version + " came first: " + which
                : "version " + version + " came after " + heard + ": " + which;
    }
}
