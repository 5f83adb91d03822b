package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.feed.ParkedRows.Entry;
import io.lodestone.chassis.feed.ParkedRows.Key;
import io.lodestone.chassis.feed.ParkedRows.Skip;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an operator does about parked facts, in transactions of its own. */
@ApplicationScoped
public class Redriving {

    private static final Logger LOG = Logger.getLogger(Redriving.class);

    /** Bounds how long an operator's request takes; the next one goes on. */
    private static final long APPLIED_MAX = 1_000;

    private final FeedDatabase database;
    private final Feeds feeds;
    private final FeedNews news;
    private final MeterRegistry meters;

    Redriving(FeedDatabase database, Feeds feeds, FeedNews news, MeterRegistry meters) {
        this.database = database;
        this.feeds = feeds;
        this.news = news;
        this.meters = meters;
    }

    /** @param subject whose facts they are, null where it is no fact; {@code applied} says how many were taken in */
    public record Redriven(String topic, @Nullable UUID subject, long applied) {}

    /**
     * Takes in a fact that holds back its key, and those behind it, until one fails or 1,000 went well.
     *
     * @throws ParkedRefusal when it is not parked, or does not hold back its key
     */
    public Redriven redrive(long id) {
        return goOn(database.inTransaction(rows -> {
            var entry = hold(rows, id);
            if (entry.hold() == Hold.ASIDE) {
                throw new ParkedRefusal.SetAside(id);
            }
            return entry.key();
        }));
    }

    /**
     * Gives a fact up: its version counts as heard, and those behind it are taken in until one fails.
     *
     * @param by     who decides so, kept with the reason
     * @throws ParkedRefusal when it is not parked, does not hold back its key, or earlier versions wait behind it
     */
    public Redriven skip(long id, String by, String reason) {
        var entry = database.inTransaction(rows -> skip(rows, id, new Skip(by, reason)));
        meters.counter("lodestone.feed.skipped", "topic", entry.message().topic())
                .increment();
        LOG.warnf("%s gave up the parked fact %d: %s", by, id, reason);
        return entry.hold() == Hold.ASIDE ? new Redriven(entry.message().topic(), null, 0) : goOn(entry.key());
    }

    private <T> Redriven goOn(Key key, Hearing<T> hearing) {
        var redrive = new Redrive<>(database, hearing, key);
        while (redrive.hasMore() && redrive.applied() < APPLIED_MAX) {
            news.tell(key.topic(), redrive.step());
        }
        meters.counter("lodestone.feed.redriven", "topic", key.topic()).increment(redrive.applied());
        return new Redriven(key.topic(), key.subject(), redrive.applied());
    }

    private Redriven goOn(Key key) {
        return goOn(key, feeds.of(key.topic()));
    }

    private static Entry skip(FeedRows rows, long id, Skip skip) {
        var entry = hold(rows, id);
        if (entry.hold() == Hold.ASIDE) {
            rows.parked().skip(entry, skip);
            return entry;
        }
        var key = entry.key();
        if (rows.parked().queue(key, 1).getFirst().id() != id) {
            throw new ParkedRefusal.EarlierOnesWait(id);
        }
        rows.parked().skip(entry, skip);
        rows.remember(key.topic(), Map.of(key.subject(), entry.envelope().version()));
        rows.parked().queue(key, 1).forEach(next -> rows.parked().block(next, Redrive.COMES_NEXT));
        return entry;
    }

    /** The entry, with its topic held, unless it waits behind another one. */
    private static Entry hold(FeedRows rows, long id) {
        var parked = rows.parked();
        var topic = parked.find(id)
                .orElseThrow(() -> new ParkedRefusal.Unknown(id))
                .message()
                .topic();
        parked.lockTopic(topic);
        var entry = parked.find(id).orElseThrow(() -> new ParkedRefusal.Unknown(id));
        if (entry.hold() == Hold.WAITING) {
            throw new ParkedRefusal.NotBlocking(id, blocking(parked, entry.key()));
        }
        return entry;
    }

    private static long blocking(ParkedRows parked, Key key) {
        return parked.blocking(key).orElseThrow();
    }
}
