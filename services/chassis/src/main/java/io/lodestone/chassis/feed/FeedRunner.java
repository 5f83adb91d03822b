package io.lodestone.chassis.feed;

import io.lodestone.contracts.envelope.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Hears a batch of records with exactly one effect each. One bad fact costs the others nothing: it is found before the
 * effect, or by halving the batch, and parked. When the database is away the batch is left where it is and fetched again.
 */
@ApplicationScoped
public class FeedRunner {

    private final FeedDatabase database;
    private final FeedSeeks seeks;
    private final Stops stops;
    private final FeedNews news;
    private final Ending ending;

    FeedRunner(FeedDatabase database, FeedSeeks seeks, Stops stops, FeedNews news, Ending ending) {
        this.database = database;
        this.seeks = seeks;
        this.stops = stops;
        this.news = news;
        this.ending = ending;
    }

    /** @param channel the messaging channel the records came through */
    public <E extends Event> void hear(String channel, ConsumerRecords<String, byte[]> records, Feed<E> feed) {
        hear(channel, records, new TypedHearing<>(feed));
    }

    /** @param channel the messaging channel the records came through */
    public <T> void hear(String channel, ConsumerRecords<String, byte[]> records, RawFeed<T> feed) {
        records.partitions().stream()
                .findFirst()
                .ifPresent(partition -> hear(channel, records, new RawHearing<>(partition.topic(), feed)));
    }

    private <T> void hear(String channel, ConsumerRecords<String, byte[]> records, Hearing<T> hearing) {
        var batch = StreamSupport.stream(records.spliterator(), false)
                .map(Message::of)
                .filter(message -> !stops.stopped(message.partition()))
                .toList();
        var machine = new FeedMachine<>(database, hearing, batch);
        try {
            while (machine.hasMore() && !ending.hasBegun()) {
                news.tell(hearing.topic(), machine.step());
            }
            seeks.wentWell(channel);
        } catch (RuntimeException e) {
            // fenced, the database is away, or not even parking went well: what is left of the batch must come
            // again, unless this service ends: then it is heard after the next start
            if (!ending.hasBegun()) {
                seeks.rewind(channel, batch, e);
            }
        }
    }
}
