package io.lodestone.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Watches the ledger that every answer of the query service is read from: a deal is visible when its entries are committed
 * there. Asking the table costs a fraction of what asking over HTTP would, and so moves the figure less. It looks again
 * two milliseconds after each look; that is in the figure, against us. Half a millisecond took a fifth of a core.
 */
final class Visibility implements AutoCloseable {

    private static final long LOOK_EVERY_MICROS = 2_000;
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(30);

    private final Connection query;
    private final Map<UUID, Long> answered = new ConcurrentHashMap<>();
    private final Histogram all = new Histogram(SEEN_WITHIN.toNanos() * 4, 3);
    private final Histogram round = new Histogram(SEEN_WITHIN.toNanos() * 4, 3);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread watcher;

    Visibility(Connection query) {
        this.query = query;
        this.watcher = Thread.ofPlatform().name("visibility").daemon().start(this::watch);
    }

    /** @param answeredAt nanoseconds of {@link System#nanoTime} when the command's answer came */
    void await(UUID deal, long answeredAt) {
        answered.put(deal, answeredAt);
    }

    /** Nanoseconds from answer to visible since the last call, all seen. */
    Histogram takeRound() throws InterruptedException {
        long end = System.nanoTime() + SEEN_WITHIN.toNanos();
        while (!answered.isEmpty()) {
            if (System.nanoTime() > end || !watcher.isAlive()) {
                throw new IllegalStateException(answered.size() + " deals did not become visible.");
            }
            Thread.sleep(10);
        }
        synchronized (round) {
            var taken = round.copy();
            all.add(taken);
            round.reset();
            return taken;
        }
    }

    /** Of all rounds taken. */
    Histogram all() {
        return all;
    }

    private void watch() {
        try (var look = query.prepareStatement("select distinct deal_id from exposure_entry where deal_id = any(?)")) {
            while (!stop.await(LOOK_EVERY_MICROS, TimeUnit.MICROSECONDS)) {
                if (answered.isEmpty()) {
                    continue;
                }
                look.setArray(1, query.createArrayOf("uuid", answered.keySet().toArray()));
                try (var found = look.executeQuery()) {
                    long now = System.nanoTime();
                    while (found.next()) {
                        seen(found.getObject(1, UUID.class), now);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void seen(UUID deal, long now) {
        var since = answered.get(deal);
        if (since != null) {
            synchronized (round) {
                round.recordValue(Math.max(0, Math.min(now - since, round.getHighestTrackableValue())));
            }
            answered.remove(deal);
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        stop.countDown();
        watcher.join(Duration.ofSeconds(5));
        query.close();
    }
}
