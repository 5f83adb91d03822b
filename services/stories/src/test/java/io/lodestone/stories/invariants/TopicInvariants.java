package io.lodestone.stories.invariants;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Heard;
import io.lodestone.stories.invariants.Evidence.Hearing;
import io.lodestone.stories.invariants.Evidence.Published;
import io.lodestone.stories.invariants.Evidence.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What holds between the databases and the topics. */
public final class TopicInvariants {

    private TopicInvariants() {}

    private record Fact(Subject subject, long version, String id) {

        @Override
        public String toString() {
            return subject + " version " + version + " (" + id + ")";
        }
    }

    private record Ears(String consumer, Subject subject) {}

    /** I1: what is committed is on its topic, and nothing else is. */
    public static List<Violation> committedIsPublished(List<Committed> committed, List<Published> published) {
        var written = committed.stream()
                .map(row -> new Fact(row.subject(), row.version(), row.id()))
                .collect(toSet());
        var sent = published.stream().map(TopicInvariants::fact).collect(toSet());
        var violations = new ArrayList<Violation>();
        written.stream()
                .filter(fact -> !sent.contains(fact))
                .forEach(fact -> violations.add(new Violation("I1", fact + " is committed and not on its topic")));
        sent.stream()
                .filter(fact -> !written.contains(fact))
                .forEach(
                        fact -> violations.add(new Violation("I1", fact + " is on the topic and was never committed")));
        return violations;
    }

    /** I2: versions on a topic have no gap, and each consumer has heard each subject up to its newest. */
    public static List<Violation> everyFactIsHeard(
            List<Published> published, List<Hearing> hearings, List<Heard> heard) {
        var violations = new ArrayList<Violation>();
        var versions = published.stream()
                .collect(groupingBy(Published::subject, mapping(Published::version, toCollection(TreeSet::new))));
        var newest = heard.stream().collect(toMap(row -> new Ears(row.consumer(), row.subject()), Heard::version));
        versions.forEach((subject, there) -> {
            for (long version = 1; version <= there.last(); version++) {
                if (!there.contains(version)) {
                    violations.add(new Violation("I2", subject + " version " + version + " is missing"));
                }
            }
            hearings.stream()
                    .filter(hearing -> hearing.topic().equals(subject.topic()))
                    .forEach(hearing -> {
                        long version = newest.getOrDefault(new Ears(hearing.consumer(), subject), 0L);
                        if (version != there.last()) {
                            violations.add(new Violation(
                                    "I2",
                                    hearing.consumer() + " heard " + subject + " up to version " + version + " of "
                                            + there.last()));
                        }
                    });
        });
        return violations;
    }

    /** I3: versions of a key never go back; the same event again is no step back. */
    public static List<Violation> versionsNeverGoBack(List<Published> published) {
        var violations = new ArrayList<Violation>();
        var newest = new HashMap<Subject, Published>();
        var seen = new HashSet<Fact>();
        for (var record : published) {
            if (!seen.add(fact(record))) {
                continue;
            }
            var before = newest.put(record.subject(), record);
            if (before == null) {
                continue;
            }
            if (before.partition() != record.partition()) {
                violations.add(new Violation(
                        "I3",
                        record.subject() + " is at " + before.place() + " and in another partition at "
                                + record.place()));
            } else if (before.version() >= record.version()) {
                violations.add(new Violation(
                        "I3",
                        record.subject() + " goes from version " + before.version() + " at " + before.place() + " to "
                                + record.version() + " at " + record.place()));
            }
        }
        return violations;
    }

    /** I4: each fault sends at most one batch again. */
    public static List<Violation> duplicatesAreBounded(List<Published> published, int faults, int batchRows) {
        long doubled = duplicates(published);
        long bound = (long) faults * batchRows;
        return doubled <= bound
                ? List.of()
                : List.of(new Violation("I4", doubled + " duplicates after " + faults + " faults, at most " + bound));
    }

    /** Records that say what an earlier one said. */
    public static long duplicates(List<Published> published) {
        return published.size()
                - published.stream().map(TopicInvariants::fact).distinct().count();
    }

    /** How often each topic says something again, for people. */
    public static Map<String, Long> duplicatesByTopic(List<Published> published) {
        var doubled = new HashMap<String, Long>();
        published.stream()
                .collect(groupingBy(record -> record.subject().topic()))
                .forEach((topic, records) -> doubled.put(topic, duplicates(records)));
        doubled.values().removeIf(count -> count == 0);
        return doubled;
    }

    private static Fact fact(Published record) {
        return new Fact(record.subject(), record.version(), record.id());
    }
}
