package io.lodestone.chassis.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Partitions that are not heard because the stored offset does not fit their log, with what to do about it. */
@ApplicationScoped
class Stops {

    private static final Logger LOG = Logger.getLogger(Stops.class);

    private final Map<TopicPartition, String> details = new ConcurrentHashMap<>();

    void stop(TopicPartition partition, String detail) {
        if (details.put(partition, detail) == null) {
            LOG.errorf("stopped: %s", detail);
        }
    }

    void go(TopicPartition partition) {
        if (details.remove(partition) != null) {
            LOG.infof("%s is heard again", partition);
        }
    }

    boolean stopped(TopicPartition partition) {
        return details.containsKey(partition);
    }

    /** Partition to detail. */
    Map<TopicPartition, String> all() {
        return Map.copyOf(details);
    }

    /** Partition to detail, in an order that people expect. */
    Map<String, String> named() {
        var named = new TreeMap<String, String>();
        details.forEach((partition, detail) -> named.put(partition.toString(), detail));
        return named;
    }
}
