package io.lodestone.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * P7: questions a second that 16 clients ask over HTTP, beside the same SELECT over as many connections to the database;
 * the slowest hundredth of answers over many facts, beside few; and questions about days in the past.
 */
final class QueryBench implements Bench {

    private static final int FEW = 10_000;
    private static final int WINDOW_SECONDS = 5;
    private static final String QUESTION = "/v1/exposure?by=agency,mineral";

    /** Of what the service can answer: an open loop at all of it measures the queue. */
    private static final double SHARE = 0.30;

    @Override
    public List<Figure> run(BenchPlatform platform, Options options) throws Exception {
        RebuildBench.stopTheOthers(platform);
        var window = Duration.ofSeconds(options.secondsOr(WINDOW_SECONDS));
        var rounds = new Rounds(options.rounds());
        try (var loans = new Loans(platform.root(), platform.bootstrapServers());
                var model = new ReadModel(platform)) {
            loans.tellUntil(Math.min(FEW, options.facts()));
            model.awaitHeard();
            var asking = new Asking(model, window, () -> QUESTION);
            asking.measure();
            double rate = SHARE * asking.measure();
            var few = rounds.alternate(new Slowest(asking, rate)).getFirst();
            platform.progress().say("telling " + options.facts() + " facts");
            loans.tellUntil(options.facts());
            model.awaitHeard();
            analyze(platform);
            var served = rounds.alternate(asking, new Selecting(platform, window));
            double manyRate = Math.min(rate, SHARE * served.getFirst().median());
            var many = rounds.alternate(new Slowest(asking, manyRate)).getFirst();
            var past = rounds.alternate(new Past(asking), new Today(asking));
            var verdict = model.check(loans.told());
            return List.of(
                    Figure.of("P7", "/s", served.get(0), served.get(1), verdict, "beside: the same SELECT over JDBC"),
                    Figure.of("P7-p99", "ms", many, few, verdict, rates(options.facts(), manyRate, rate)),
                    Figure.of(
                            "P7-as-of",
                            "ms",
                            past.get(0),
                            past.get(1),
                            verdict,
                            "99th percentile, one client; ours: days in the past, beside: today"));
        }
    }

    private static String rates(int facts, double many, double few) {
        return String.format(
                Locale.ROOT,
                "ours: %d facts, %.0f questions a second; beside: %d facts, %.0f a second",
                facts,
                many,
                FEW,
                few);
    }

    private static void analyze(BenchPlatform platform) throws Exception {
        try (var database = platform.connect("query")) {
            PlainTables.execute(database, "vacuum analyze");
        }
    }

    /** Each client asks again as soon as it has its answer. */
    private record Asking(ReadModel model, Duration window, Supplier<String> question) implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            return Load.closed(window, () -> model.asking(question));
        }
    }

    /** The statement as the service sends it, with its values. */
    private record Selecting(BenchPlatform platform, Duration window) implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            return Load.closed(window, () -> new Selector(platform.connect("query")));
        }
    }

    private static final class Selector implements Load.Client {

        private final Connection database;
        private final PreparedStatement select;

        Selector(Connection database) throws Exception {
            this.database = database;
            this.select = ExposureSelect.prepare(database);
        }

        @Override
        public void act() throws Exception {
            ExposureSelect.read(select);
        }

        @Override
        public void close() throws Exception {
            database.close();
        }
    }

    private record Slowest(Asking asking, double perSecond) implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            var taken = Load.latencies(
                    asking.window(), perSecond, () -> asking.model().asking(asking.question()));
            return taken.getValueAtPercentile(99) / 1e6;
        }
    }

    /** One client that asks about one day after the other, each another one. */
    private record Past(Asking asking) implements Rounds.Side {

        private static final AtomicInteger DAYS = new AtomicInteger();

        @Override
        public double measure() throws Exception {
            return slowest(
                    asking, () -> QUESTION + "&asOf=" + LocalDate.of(2016, 1, 1).plusDays(DAYS.addAndGet(37) % 2_000));
        }
    }

    private record Today(Asking asking) implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            return slowest(asking, () -> QUESTION);
        }
    }

    private static double slowest(Asking asking, Supplier<String> question) throws Exception {
        long end = System.nanoTime() + asking.window().toNanos();
        var taken = new org.HdrHistogram.Histogram(3);
        try (var client = asking.model().asking(question)) {
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                client.act();
                taken.recordValue(System.nanoTime() - begin);
            }
        }
        return taken.getValueAtPercentile(99) / 1e6;
    }
}
