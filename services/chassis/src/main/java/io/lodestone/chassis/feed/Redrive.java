package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedDatabase.Away;
import io.lodestone.chassis.feed.FeedMachine.Done;
import io.lodestone.chassis.feed.ParkedRows.Entry;
import io.lodestone.chassis.feed.ParkedRows.Key;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the parked facts of one key, in version order, one transaction at a time, until none is left or one
 * fails; that one holds back the key from then on. Like {@link FeedMachine} it can be stopped anywhere: what is not
 * done stays parked, and its key held.
 */
final class Redrive<T> {

    /** Bounds how long consumers of the topic wait, and memory: a record is at most 1 MB. */
    static final int PAGE_MAX = 50;

    static final String COMES_NEXT = "those before it are taken in: redrive it";

    private final FeedDatabase database;
    private final Hearing<T> hearing;
    private final Key key;

    private int page = PAGE_MAX;
    private @Nullable String failure;
    private boolean over;
    private long applied;

    Redrive(FeedDatabase database, Hearing<T> hearing, Key key) {
        this.database = database;
        this.hearing = hearing;
        this.key = key;
    }

    boolean hasMore() {
        return !over;
    }

    /** Facts taken in so far, those of unknown types included. */
    long applied() {
        return applied;
    }

    /** @throws Away when the database cannot take it now; what is done is done */
    Done step() {
        var cause = failure;
        if (cause != null) {
            over = true;
            return database.inTransaction(rows -> blockFirst(rows, cause));
        }
        try {
            var taken = database.inTransaction(this::takePage);
            applied += taken.count();
            over = taken.last();
            return taken.done();
        } catch (Fenced | Away e) {
            throw e;
        } catch (RuntimeException e) {
            if (page == 1) {
                failure = e.toString();
            }
            page = Math.max(1, page / 2);
            return Done.NOTHING;
        }
    }

    private record Taken(Done done, long count, boolean last) {}

    private Taken takePage(FeedRows rows) {
        var parked = rows.parked();
        parked.lockTopic(key.topic());
        var queue = parked.queue(key, page + 1);
        var admission = new Admission<>(rows, hearing);
        admission.look(key.subject());
        var gone = new ArrayList<Long>();
        for (var entry : queue.subList(0, Math.min(page, queue.size()))) {
            var cause = admission.takeParked(entry.envelope());
            if (cause != null) {
                return finish(rows, admission, gone, entry, cause);
            }
            gone.add(entry.id());
        }
        return queue.size() > page
                ? finish(rows, admission, gone, queue.getLast(), null)
                : finish(rows, admission, gone, null, null);
    }

    /** @param next who holds back the key now, if anybody is left */
    private Taken finish(
            FeedRows rows, Admission<T> admission, List<Long> gone, @Nullable Entry next, @Nullable String cause) {
        rows.parked().remove(gone);
        if (next != null) {
            rows.parked().block(next, cause == null ? COMES_NEXT : cause);
        }
        long count = admission.taken();
        return new Taken(admission.finish(), count, next == null || cause != null);
    }

    private Done blockFirst(FeedRows rows, String cause) {
        rows.parked().lockTopic(key.topic());
        rows.parked().queue(key, 1).forEach(first -> rows.parked().block(first, cause));
        return Done.NOTHING;
    }
}
