package io.lodestone.benchmarks;

import io.lodestone.local.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * P2 and P3: how many deals a second are proposed over HTTP by {@link Load#CLIENTS} clients. Four sides in turn: the
 * platform as it runs; deals with its relay, the broker and query only, the others stopped where they are (SIGSTOP); a
 * second deals service on the same database without its relay, everything else stopped; and {@link PlainPost}, in that
 * same quiet.
 */
final class PostBench implements Bench {

    private static final int WINDOW_SECONDS = 6;

    /** Goes before each window, by the same clients: who was stopped has just caught up, and the server tidies up behind it. */
    private static final Duration RUN_IN = Duration.ofSeconds(8);

    /** What each of both deals services answers before anything is measured. */
    private static final int ALONE = 120_000;

    private static final int TOGETHER = 60_000;

    private static final List<String> OTHERS = List.of("notifications", "projects", "stockpiles");
    private static final List<String> HEARERS = with(OTHERS, "query");
    private static final List<String> STOPPED = with(HEARERS, "deals", "kafka");

    /** Neither says nor hears anything, so that it takes no partition from the first. */
    private static final Map<String, String> QUIET = Map.of(
            "LODESTONE_OUTBOX_RELAY_ENABLED", "false",
            "MP_MESSAGING_INCOMING_PROJECTS_ENABLED", "false",
            "MP_MESSAGING_INCOMING_DEALS_ENABLED", "false",
            "MP_MESSAGING_INCOMING_OFFTAKES_ENABLED", "false",
            "MP_MESSAGING_INCOMING_STOCKPILES_ENABLED", "false");

    @Override
    public List<Figure> run(BenchPlatform platform, Options options) throws Exception {
        var window = Duration.ofSeconds(options.secondsOr(WINDOW_SECONDS));
        var proposals = Proposals.on(platform);
        var alone = platform.startBeside(Service.DEALS, QUIET);
        try (var facts = new Deals(platform)) {
            warmUp(platform, facts, proposals); // the plain side needs a deal to copy
            try (var connection = platform.connect("deals")) {
                var rows = PlainPost.Rows.of(connection);
                PlainPost.prepare(platform, rows);
                var series = new Rounds(options.rounds())
                        .alternate(
                                new Running(platform, facts, proposals, List.of(), window),
                                new Running(platform, facts, proposals, OTHERS, window),
                                new Quiet(platform, facts, proposals, alone, window),
                                new Plain(platform, facts, rows, window));
                platform.thaw();
                platform.stopBeside();
                var verdict = facts.check();
                return List.of(
                        Figure.of("P2", "/s", series.get(2), series.get(3), verdict, "relay, broker and query stopped"),
                        Figure.of("P2-running", "/s", series.get(0), series.get(3), verdict, "everything runs"),
                        Figure.of("P3", "/s", series.get(1), series.get(2), verdict, "relay, broker and query run"),
                        Figure.of("P3-running", "/s", series.get(0), series.get(2), verdict, "everything runs"));
            }
        }
    }

    /** Everybody has heard everything when a round begins. Is warm by then. */
    private record Running(
            BenchPlatform platform, Deals facts, Proposals proposals, List<String> stopped, Duration window)
            implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            platform.thaw();
            facts.settle();
            platform.freeze(stopped);
            return sustained(platform.address(Service.DEALS), proposals, window);
        }
    }

    /** Only PostgreSQL, the issuer and a deals service without a relay run. */
    private record Quiet(BenchPlatform platform, Deals facts, Proposals proposals, URI deals, Duration window)
            implements Rounds.Side {

        @Override
        public void warmUp() throws Exception {
            quieten(platform, facts);
            PostBench.warmUp(ALONE, platform, deals, proposals);
        }

        @Override
        public double measure() throws Exception {
            quieten(platform, facts);
            return sustained(deals, proposals, window);
        }
    }

    private record Plain(BenchPlatform platform, Deals facts, PlainPost.Rows rows, Duration window)
            implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            quieten(platform, facts);
            return sustained(window, () -> new PlainPost(platform.connect(PlainPost.DATABASE), rows));
        }
    }

    private static void quieten(BenchPlatform platform, Deals facts) {
        if (!platform.frozen().containsAll(STOPPED)) {
            platform.thaw();
            facts.settle();
            platform.freeze(STOPPED);
        }
    }

    /**
     * Brings the platform to the speed it keeps. First deals alone, which gets there in a fraction of the time when nobody
     * shares the processors with it; then those who hear, by what they have missed; then all together.
     */
    static void warmUp(BenchPlatform platform, Deals facts, Proposals proposals) throws Exception {
        platform.warmOnce(() -> {
            var deals = platform.address(Service.DEALS);
            platform.freeze(HEARERS);
            warmUp(ALONE, platform, deals, proposals);
            platform.thaw();
            facts.settle();
            warmUp(TOGETHER, platform, deals, proposals);
            facts.settle();
        });
    }

    private static void warmUp(int requests, BenchPlatform platform, URI deals, Proposals proposals) throws Exception {
        Warmth.reach(requests, platform.progress(), window -> propose(deals, proposals, window));
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static double sustained(URI deals, Proposals proposals, Duration window) throws Exception {
        return sustained(window, () -> new Load.Proposer(deals, proposals));
    }

    private static double sustained(Duration window, Callable<? extends Load.Client> clients) throws Exception {
        Load.closed(RUN_IN, clients);
        return Load.closed(window, clients);
    }

    static double propose(URI deals, Proposals proposals, Duration window) throws Exception {
        return Load.closed(window, () -> new Load.Proposer(deals, proposals));
    }
}
