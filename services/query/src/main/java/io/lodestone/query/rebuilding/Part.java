package io.lodestone.query.rebuilding;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Some deals of one partition.
 *
 * @param end of the partition, as far as it is read
 * @param number from 0
 * @param parts how many there are of the partition
 */
record Part(int partition, long end, long number, long parts) {

    /** As few as have no more than {@code factsMax} each. */
    static List<Part> of(int partition, long end, long factsMax) {
        long parts = 1 + end / factsMax;
        return LongStream.range(0, parts)
                .mapToObj(number -> new Part(partition, end, number, parts))
                .toList();
    }

    /** Each of its deals is in one of them. */
    List<Part> halves() {
        return List.of(
                new Part(partition, end, number, 2 * parts), new Part(partition, end, number + parts, 2 * parts));
    }

    boolean has(ConsumerRecord<String, byte[]> taken) {
        return taken.key() != null && Math.floorMod(taken.key().hashCode(), parts) == number;
    }

    /** Its share of the partition's. */
    long records() {
        return end * (number + 1) / parts - end * number / parts;
    }

    String factsStep() {
        return "facts " + name();
    }

    String entriesStep() {
        return "entries " + name();
    }

    private String name() {
        return partition + " " + (number + 1) + "/" + parts;
    }
}
