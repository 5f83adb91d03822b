package io.lodestone.stories.invariants;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a run left behind, collected when it was over. */
public record Evidence(
        Told told, Asked asked, Figures figures, Ledger ledger, Webhooks webhooks, Course course, Rebuild rebuild) {

    /** An aggregate and the topic that tells of it. */
    public record Subject(String topic, String id) {

        @Override
        public String toString() {
            return topic + " " + id;
        }
    }

    /**
     * Facts, from the databases to the topics and into other databases.
     *
     * @param committed rows of {@code fact} of all services
     * @param published all records of all topics, those of a partition in offset order
     * @param hearings  which service hears which topic
     * @param heard     rows of {@code feed_subject}
     */
    public record Told(
            List<Committed> committed, List<Published> published, List<Hearing> hearings, List<Heard> heard) {}

    /** @param trace the traceparent of the command that caused it */
    public record Committed(Subject subject, long version, String id, String type, String trace) {}

    /** @param id of the event: the same in exact duplicates */
    public record Published(Subject subject, int partition, long offset, long version, String id) {

        String place() {
            return subject.topic() + "-" + partition + "@" + offset;
        }
    }

    public record Hearing(String consumer, String topic) {}

    public record Heard(String consumer, Subject subject, long version) {}

    /**
     * Clients.
     *
     * @param operations    what they asked for
     * @param shown         the version that each subject has when a client reads it at the end
     * @param withoutBroker when only the broker was away
     */
    public record Asked(List<Operation> operations, Map<Subject, Long> shown, List<Window> withoutBroker) {}

    /** Between two values of {@code System.nanoTime}. */
    public record Window(long from, long to) {

        boolean holds(long moment) {
            return moment - from >= 0 && to - moment >= 0;
        }
    }

    /**
     * Sums of money by cell and measure; cells of zero may be missing.
     *
     * @param own   what the deals service holds
     * @param shown the same as query shows it
     */
    public record Figures(Map<String, BigDecimal> own, Map<String, BigDecimal> shown) {}

    /**
     * Query's read model made anew from the topics, when all was over.
     *
     * @param status SWAPPED when it came out as the live one
     * @param told   all that is told of it
     */
    public record Rebuild(String status, String told) {}

    /**
     * The stockpiles' books.
     *
     * @param movements by stockpile and number
     */
    public record Ledger(List<Movement> movements, List<Balance> balances) {}

    public record Movement(
            String stockpile, long number, String previousDigest, String digest, List<Posting> postings) {}

    public record Posting(String account, BigDecimal tonnes) {}

    public record Balance(String stockpile, String account, BigDecimal tonnes) {}

    /** @param letters what receivers took, signatures checked */
    public record Webhooks(List<Subscription> subscriptions, List<Delivery> deliveries, List<Letter> letters) {}

    /** @param types facts whose type begins so are wanted */
    public record Subscription(String id, String types) {}

    /** @param reason why it is dead; empty when there is none */
    public record Delivery(String id, String subscription, String event, Status status, String reason) {

        /** As notifications calls it. */
        public enum Status {
            PENDING,
            DELIVERED,
            DEAD
        }
    }

    /**
     * @param delivery from its {@code webhook-id}
     * @param event    the id of the fact in its body
     * @param signed   the signature verifies with the subscription's secret
     */
    public record Letter(String delivery, String event, boolean signed) {}
}
