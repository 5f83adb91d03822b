package io.lodestone.benchmarks;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * P7: questions a second that 16 clients ask over HTTP, each another one, so that none is answered from memory, beside the
 * same SELECTs over as many connections to the database. Then one question that all ask again and again: how many a
 * second, and the slowest hundredth of answers over many facts, beside few. And questions about days in the past.
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
            model.awaitDays();
            var asking = new Asking(model, window, () -> QUESTION);
            asking.measure();
            double rate = SHARE * asking.measure();
            var few = rounds.alternate(new Slowest(asking, rate)).getFirst();
            platform.progress().say("telling " + options.facts() + " facts");
            loans.tellUntil(options.facts());
            model.awaitHeard();
            model.awaitDays();
            analyze(platform);
            var countries = new Countries();
            var other = new Asking(model, window, () -> QUESTION + "&country=" + String.join(",", countries.next()));
            var served = rounds.alternate(other, new Selecting(platform, window, countries), asking);
            double manyRate = Math.min(rate, SHARE * served.getLast().median());
            var many = rounds.alternate(new Slowest(asking, manyRate)).getFirst();
            var past = rounds.alternate(new Past(asking), new Today(asking));
            var verdict = model.check(loans.told());
            return List.of(
                    Figure.of(
                            "P7",
                            "/s",
                            served.get(0),
                            served.get(1),
                            verdict,
                            "each question another one; beside: the same SELECTs over JDBC"),
                    Figure.of(
                            "P7-same",
                            "/s",
                            served.get(2),
                            served.get(1),
                            verdict,
                            "one question again and again, answered from memory while nothing is written"),
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

    /** Some of ten countries, each time others: 1,023 sets, more than the service keeps answers of. */
    private static final class Countries {

        private final AtomicInteger drawn = new AtomicInteger();

        List<String> next() {
            int set = 1 + Math.floorMod(drawn.getAndIncrement() * 389, 1_023);
            return IntStream.range(0, LoanFacts.COUNTRIES.size())
                    .filter(country -> (set >> country & 1) == 1)
                    .mapToObj(LoanFacts.COUNTRIES::get)
                    .toList();
        }
    }

    /** The statements as the service sends them, with their values. */
    private record Selecting(BenchPlatform platform, Duration window, Countries countries) implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            return Load.closed(window, () -> new Selector(platform.connect("query"), countries));
        }
    }

    private static final class Selector implements Load.Client {

        private final Connection database;
        private final ExposureSelect select;
        private final Countries countries;

        Selector(Connection database, Countries countries) throws Exception {
            this.database = database;
            this.select = new ExposureSelect(database);
            this.countries = countries;
        }

        @Override
        public void act() throws Exception {
            select.run(countries.next());
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
