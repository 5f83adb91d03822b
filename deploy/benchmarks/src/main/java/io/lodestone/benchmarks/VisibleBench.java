package io.lodestone.benchmarks;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.lodestone.local.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * P4: how long after its answer a proposed deal stands in the read model, at 30 % of the load that the platform takes as
 * it runs; beside it, at the same rate and with everything else at rest, a record's way to a broker and to a consumer.
 * 99th percentiles, in milliseconds.
 */
final class VisibleBench implements Bench {

    private static final double SHARE = 0.30;
    private static final int WINDOW_SECONDS = 10;
    private static final Duration CAPACITY_WINDOW = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    @Override
    public List<Figure> run(BenchPlatform platform, Options options) throws Exception {
        var window = Duration.ofSeconds(options.secondsOr(WINDOW_SECONDS));
        var proposals = Proposals.on(platform);
        var deals = platform.address(Service.DEALS);
        try (var facts = new Deals(platform);
                var broker = new BrokerRoundTrips(platform.bootstrapServers());
                var visibility = new Visibility(platform.connect("query"))) {
            PostBench.warmUp(platform, facts, proposals);
            double rate = SHARE * PostBench.propose(deals, proposals, CAPACITY_WINDOW);
            facts.settle();
            var ours = new Ours(facts, proposals, deals, visibility, rate, window);
            var beside = new Beside(facts, broker, rate, window);
            var series = new Rounds(options.rounds()).alternate(ours, beside);
            var note = String.format(
                    Locale.ROOT,
                    "at %.0f/s; ours p50 %.1f ms, max %.1f ms; record to acknowledgement alone p99 %.2f ms",
                    rate,
                    millis(visibility.all(), 50),
                    millis(visibility.all(), 100),
                    millis(broker.acknowledged(), 99));
            return List.of(Figure.of("P4", "ms", series.get(0), series.get(1), facts.check(), note));
        }
    }

    private record Ours(
            Deals facts, Proposals proposals, URI deals, Visibility visibility, double rate, Duration window)
            implements Rounds.Side {

        @Override
        public void warmUp() throws Exception {
            run(WARM_UP);
            visibility.all().reset();
        }

        @Override
        public double measure() throws Exception {
            return millis(run(window), 99);
        }

        private Histogram run(Duration time) throws Exception {
            Load.open(time, rate, () -> {
                var connection = new HttpConnection(deals);
                return new Load.Client() {
                    @Override
                    public void act() throws Exception {
                        visibility.await(Proposals.dealOf(connection.send(proposals.next())), System.nanoTime());
                    }

                    @Override
                    public void close() throws Exception {
                        connection.close();
                    }
                };
            });
            facts.settle();
            return visibility.takeRound();
        }
    }

    private record Beside(Deals facts, BrokerRoundTrips broker, double rate, Duration window) implements Rounds.Side {

        @Override
        public void warmUp() throws Exception {
            broker.run(WARM_UP, rate);
            broker.acknowledged().reset();
        }

        @Override
        public double measure() throws Exception {
            facts.settle();
            return millis(broker.run(window, rate), 99);
        }
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / (double) NANOSECONDS.convert(Duration.ofMillis(1));
    }
}
