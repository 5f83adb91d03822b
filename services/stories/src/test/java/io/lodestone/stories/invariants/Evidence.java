package io.lodestone.stories.invariants;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run left behind, collected when it was over.
 *
 * @param committed  rows of {@code fact} of all services
 * @param published  all records of all topics, those of a partition in offset order
 * @param hearings   which service hears which topic
 * @param heard      rows of {@code feed_subject}
 * @param samples    stored offsets, second by second
 * @param figures    what the deals service holds, by cell and measure; cells of zero may be missing
 * @param exposure   the same as query shows it
 * @param operations what clients asked for
 * @param kills      faults that may have cut off a relay
 * @param calm       how it ended
 */
public record Evidence(
        List<Committed> committed,
        List<Published> published,
        List<Hearing> hearings,
        List<Heard> heard,
        List<Sample> samples,
        Map<String, BigDecimal> figures,
        Map<String, BigDecimal> exposure,
        List<Operation> operations,
        int kills,
        Calm calm) {

    /** @param trace the traceparent of the command that caused it */
    public record Committed(String topic, String subject, long version, String id, String trace) {}

    /** @param id of the event: the same in exact duplicates */
    public record Published(String topic, int partition, long offset, String subject, long version, String id) {

        String place() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    public record Hearing(String consumer, String topic) {}

    public record Heard(String consumer, String topic, String subject, long version) {}

    public record Partition(String topic, int number) {

        @Override
        public String toString() {
            return topic + "-" + number;
        }
    }

    /** @param next the offset to be heard next */
    public record Stored(String consumer, Partition partition, long next) {}

    /**
     * @param second since the run began
     * @param ends   of partitions, asked for after {@code stored} was read; empty when the broker did not answer
     */
    public record Sample(long second, List<Stored> stored, Map<Partition, Long> ends) {}

    /**
     * The end of a run.
     *
     * @param after   from the end of the last fault until nothing was {@code missing} or patience ended
     * @param missing what was not as it should be, such as a service that is not ready
     */
    public record Calm(Duration after, List<String> missing) {}
}
