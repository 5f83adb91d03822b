package io.lodestone.chassis.feed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.lodestone.chassis.feed.FeedDatabase.Away;
import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.feed.FeedRows.Parking;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Hears one batch with exactly one effect of each fact, one transaction at a time; no thread, clock or connection of its
 * own, so that a simulator can stop it anywhere. A batch whose effect fails is halved until the fact that fails stands
 * alone; that one is parked.
 */
final class FeedMachine<T> {

    private final FeedDatabase database;
    private final Hearing<T> hearing;
    private final Deque<Task> todo = new ArrayDeque<>();

    private sealed interface Task {

        record Hear(List<Message> messages) implements Task {}

        record Park(Message message, String cause) implements Task {}
    }

    /**
     * What a transaction has done beside the effect.
     *
     * @param unknown types that this build does not know, once for each fact stepped over
     * @param parked  what was parked
     */
    record Done(List<String> unknown, List<Parking> parked) {

        static final Done NOTHING = new Done(List.of(), List.of());
    }

    /** @param batch records of the hearing's topic, in offset order within each partition */
    FeedMachine(FeedDatabase database, Hearing<T> hearing, List<Message> batch) {
        this.database = database;
        this.hearing = hearing;
        if (!batch.isEmpty()) {
            todo.add(new Task.Hear(batch));
        }
    }

    /** False when all of the batch is heard or parked. */
    boolean hasMore() {
        return !todo.isEmpty();
    }

    /**
     * One transaction. After an exception this machine is of no more use: what is left of the batch has to come again.
     *
     * @throws Fenced when these are not the next ones to be heard here
     * @throws Away   when the database cannot take it now
     */
    Done step() {
        return switch (todo.pop()) {
            case Task.Hear hear -> hear(hear.messages());
            case Task.Park park -> database.inTransaction(rows -> park(rows, park));
        };
    }

    private Done hear(List<Message> messages) {
        try {
            return database.inTransaction(rows -> hear(rows, messages));
        } catch (Fenced | Away e) {
            throw e;
        } catch (RuntimeException e) {
            isolate(messages, e);
            return Done.NOTHING;
        }
    }

    private void isolate(List<Message> messages, RuntimeException failure) {
        if (messages.size() == 1) {
            todo.push(new Task.Park(messages.getFirst(), failure.toString()));
        } else {
            int half = messages.size() / 2;
            todo.push(new Task.Hear(messages.subList(half, messages.size())));
            todo.push(new Task.Hear(messages.subList(0, half)));
        }
    }

    private Done hear(FeedRows rows, List<Message> messages) {
        var admission = new Admission<>(rows, hearing);
        admission.admit(takeNext(rows, messages));
        return admission.finish();
    }

    private Done park(FeedRows rows, Task.Park park) {
        if (takeNext(rows, List.of(park.message())).isEmpty()) {
            return Done.NOTHING;
        }
        var parking = new Parking(park.message(), Envelope.of(park.message()), Hold.BLOCKING, park.cause());
        rows.park(parking);
        return new Done(List.of(), List.of(parking));
    }

    /** Moves the offsets, and gives the messages that were not heard yet. */
    private static List<Message> takeNext(FeedRows rows, List<Message> messages) {
        var byPartition = messages.stream().collect(groupingBy(Message::partition, LinkedHashMap::new, toList()));
        var stored = rows.lock(byPartition.keySet());
        var fresh = new ArrayList<Message>(messages.size());
        var moved = new HashMap<TopicPartition, Long>();
        byPartition.forEach((partition, part) -> {
            var news = notHeard(partition, stored.get(partition), part);
            if (!news.isEmpty()) {
                fresh.addAll(news);
                moved.put(partition, news.getLast().offset() + 1);
            }
        });
        if (!moved.isEmpty()) {
            rows.advance(moved);
        }
        return fresh;
    }

    private static List<Message> notHeard(TopicPartition partition, @Nullable Long next, List<Message> messages) {
        if (next == null) {
            throw new Fenced(partition + " was never assigned");
        }
        var news = messages.stream().filter(message -> message.offset() >= next).toList();
        if (!news.isEmpty() && news.getFirst().offset() != next) {
            throw new Fenced(
                    partition + " is at " + next + ", not at " + news.getFirst().offset());
        }
        return news;
    }
}
