package io.lodestone.benchmarks;

import io.lodestone.local.Service;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * P10: how many deals a second are proposed while somebody holds a write transaction open in another database of the same
 * cluster; beside it the same without. On both sides the topic is looked at each second.
 */
final class StallBench implements Bench {

    private static final String DATABASE = "elsewhere";
    private static final int WINDOW_SECONDS = 20;

    @Override
    public List<Figure> run(BenchPlatform platform, Options options) throws Exception {
        var window = Duration.ofSeconds(options.secondsOr(WINDOW_SECONDS));
        var proposals = Proposals.on(platform);
        var deals = platform.address(Service.DEALS);
        platform.postgres().createDatabase(DATABASE, DATABASE);
        try (var facts = new Deals(platform);
                var elsewhere = platform.connect(DATABASE)) {
            try (var statement = elsewhere.createStatement()) {
                statement.execute("create table held (at timestamptz not null)");
            }
            elsewhere.setAutoCommit(false);
            PostBench.warmUp(platform, facts, proposals);
            var held = new Window(facts, proposals, deals, window, elsewhere, true, new ArrayList<>());
            var free = new Window(facts, proposals, deals, window, elsewhere, false, new ArrayList<>());
            var series = new Rounds(options.rounds()).alternate(held, free);
            return List.of(Figure.of(
                    "P10",
                    "/s",
                    series.get(0),
                    series.get(1),
                    facts.check(),
                    "held: " + Arrival.worst(held.arrivals) + "; free: " + Arrival.worst(free.arrivals)));
        }
    }

    private record Window(
            Deals facts,
            Proposals proposals,
            URI deals,
            Duration window,
            Connection elsewhere,
            boolean held,
            List<Arrival> arrivals)
            implements Rounds.Side {

        @Override
        public void warmUp() {
            // the service is warm by now, and both sides are the same
        }

        @Override
        public double measure() throws Exception {
            facts.settle();
            if (held) {
                hold();
            }
            long before = facts.onTopic();
            var over = new CountDownLatch(1);
            var silence = CompletableFuture.supplyAsync(() -> longestSilence(over), Thread::startVirtualThread);
            double rate = PostBench.propose(deals, proposals, window);
            over.countDown();
            double committed = rate * window.toMillis() / 1000;
            arrivals.add(new Arrival((facts.onTopic() - before) / committed, silence.get()));
            elsewhere.rollback();
            return rate;
        }

        private void hold() throws SQLException {
            try (var statement = elsewhere.createStatement()) {
                statement.execute("insert into held values (now())");
            }
        }

        /** Seconds, to the next whole one. */
        private int longestSilence(CountDownLatch over) {
            int longest = 0;
            int silent = 0;
            long seen = facts.onTopic();
            try {
                while (!over.await(1, TimeUnit.SECONDS)) {
                    long now = facts.onTopic();
                    silent = now > seen ? 0 : silent + 1;
                    longest = Math.max(longest, silent);
                    seen = now;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return longest;
        }
    }

    /**
     * How facts came onto the topic in one window.
     *
     * @param share   of those committed in it, that came before it was over
     * @param silence the longest time in seconds in which none came
     */
    private record Arrival(double share, int silence) {

        static String worst(List<Arrival> all) {
            return String.format(
                    Locale.ROOT,
                    "at least %.1f %% of the facts on the topic before the window ended, at most %d s without any",
                    100 * all.stream().mapToDouble(Arrival::share).min().orElse(0),
                    all.stream().mapToInt(Arrival::silence).max().orElse(0));
        }
    }
}
