package io.lodestone.stories.invariants;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a run went.
 *
 * @param samples second by second
 * @param faults  those that may have cut off a relay
 * @param calm    how it ended
 * @param errors  lines of the logs that tell of an error, by service, outside what the faults explain
 */
public record Course(List<Sample> samples, int faults, Calm calm, List<String> errors) {

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
    public record Sample(long second, List<Stored> stored, Map<Partition, Long> ends, List<Measured> measured) {}

    /** What may not grow without end. */
    public enum Quantity {
        /** Of a process: the services' heap of 160 MiB and all beside it; the broker's of 320. */
        RESIDENT_MIB(700),
        /** Of the database server. */
        WAL_MIB(1_200),
        /** No fault of ours makes a fact that cannot be taken in. */
        PARKED_FACTS(0),
        /** Ten minutes of this load without a broker. */
        UNSENT_FACTS(50_000);

        private final long bound;

        Quantity(long bound) {
            this.bound = bound;
        }

        long bound() {
            return bound;
        }
    }

    /** @param where a process or a service */
    public record Measured(String where, Quantity what, long amount) {}

    /**
     * The end of a run.
     *
     * @param after   from the end of the last fault until nothing was {@code missing} or patience ended
     * @param within  the time it may take: 60 s, and more where others use the machine too
     * @param missing what was not as it should be, such as a service that is not ready
     */
    public record Calm(Duration after, Duration within, List<String> missing) {}
}
