package io.lodestone.chassis.feed;

import io.lodestone.chassis.json.EventCodec;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Hears a batch of records with exactly one effect each. A batch that fails is heard again record by record, so that
 * one bad fact costs the others nothing; a fact that alone cannot be taken in is parked. When the database is away the
 * batch is left where it is and fetched again.
 */
@ApplicationScoped
public class FeedRunner {

    private static final Logger LOG = Logger.getLogger(FeedRunner.class);

    private final FeedTransaction transaction;
    private final FeedSeeks seeks;
    private final MeterRegistry meters;

    FeedRunner(FeedTransaction transaction, FeedSeeks seeks, MeterRegistry meters) {
        this.transaction = transaction;
        this.seeks = seeks;
        this.meters = meters;
    }

    /** @param channel the messaging channel the records came through */
    public <E extends Event> void hear(
            String channel, Topic<E> topic, ConsumerRecords<String, byte[]> records, Feed<E> feed) {
        hear(channel, records, envelopes -> feed.on(known(topic, envelopes)));
    }

    /** @param channel the messaging channel the records came through */
    public void hear(String channel, ConsumerRecords<String, byte[]> records, RawFeed feed) {
        var messages = StreamSupport.stream(records.spliterator(), false).toList();
        if (messages.isEmpty()) {
            return;
        }
        try {
            transaction.hear(messages, feed);
            seeks.wentWell(channel);
        } catch (RuntimeException e) {
            if (e instanceof Fenced || Transient.causes(e)) {
                seeks.rewind(channel, messages, e);
            } else {
                LOG.warnf(
                        "%s: a batch of %d failed, going on one by one: %s", channel, messages.size(), e.getMessage());
                oneByOne(channel, messages, feed);
            }
        }
    }

    private void oneByOne(String channel, List<ConsumerRecord<String, byte[]>> messages, RawFeed feed) {
        for (var message : messages) {
            try {
                alone(message, feed);
            } catch (RuntimeException e) {
                seeks.rewind(channel, messages, e);
                return;
            }
        }
    }

    private void alone(ConsumerRecord<String, byte[]> message, RawFeed feed) {
        try {
            transaction.hear(List.of(message), feed);
        } catch (RuntimeException e) {
            if (e instanceof Fenced || Transient.causes(e)) {
                throw e;
            }
            LOG.debugf(e, "%s cannot be taken in", message.key());
            transaction.park(message, e.toString());
        }
    }

    /** Facts of types this build does not know are counted and stepped over: their producer may be ahead of us. */
    private <E extends Event> List<Heard<E>> known(Topic<E> topic, List<Envelope> envelopes) {
        var heard = new ArrayList<Heard<E>>(envelopes.size());
        for (var envelope : envelopes) {
            var type = topic.classOf(envelope.type());
            if (type.isPresent()) {
                heard.add(new Heard<>(envelope, decode(envelope, type.get())));
            } else {
                meters.counter("lodestone.feed.unknown.types", "topic", topic.name(), "type", envelope.type())
                        .increment();
            }
        }
        return heard;
    }

    private static <E extends Event> E decode(Envelope envelope, Class<? extends E> type) {
        try {
            return EventCodec.event(envelope.data(), type, envelope.subject(), envelope.version(), envelope.at());
        } catch (IOException e) {
            throw new NotAFact("the data is not a " + envelope.type() + ": " + e.getMessage());
        }
    }
}
