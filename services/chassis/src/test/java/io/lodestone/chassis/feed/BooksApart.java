package io.lodestone.chassis.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** A planted bug: commits the effect first, and what was heard in a transaction of its own. */
record BooksApart(FeedDatabase database) implements FeedDatabase {

    @Override
    public <R> R inTransaction(Work<R> work) {
        List<Consumer<FeedRows>> later = new ArrayList<>();
        var result = database.inTransaction(rows -> work.in(new RowsOf(rows) {
            @Override
            public void advance(Map<TopicPartition, Long> next) {
                later.add(books -> books.advance(next));
            }

            @Override
            public void remember(String topic, Map<UUID, Long> versions) {
                later.add(books -> books.remember(topic, Map.copyOf(versions)));
            }
        }));
        return database.inTransaction(rows -> {
            later.forEach(entry -> entry.accept(rows));
            return result;
        });
    }
}
