package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as it came, before anybody looked into it.
 *
 * @param offset  its place in the partition, from 0
 * @param headers by name, the last one wins; what is no UTF-8 is replaced
 */
record Message(
        TopicPartition partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] data) {

    static Message of(ConsumerRecord<String, byte[]> taken) {
        var headers = new LinkedHashMap<String, String>();
        taken.headers().forEach(header -> headers.put(header.key(), text(header)));
        return new Message(
                new TopicPartition(taken.topic(), taken.partition()),
                taken.offset(),
                taken.key(),
                headers,
                taken.value());
    }

    static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    String topic() {
        return partition.topic();
    }

    @Override
    public String toString() {
        return partition + " at " + offset + " (key " + key + ")";
    }
}
