package io.lodestone.benchmarks;

import io.lodestone.local.Service;
import io.lodestone.local.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * P5: facts a second of live following and of a rebuild, each beside a plain loop over the same facts on the same
 * broker and server. P6: how long the slowest hundredth of answers takes while a rebuild runs, beside the same without.
 */
final class RebuildBench implements Bench {

    private static final String DATABASE = "bench";

    /** Facts of one round of following, as a share of all. */
    private static final int LIVE_VERSIONS = LoanFacts.VERSIONS / 10;

    private static final int WINDOW_SECONDS = 5;
    private static final double ASKED_PER_SECOND = 20;

    @Override
    public List<Figure> run(BenchPlatform platform, Options options) throws Exception {
        stopTheOthers(platform);
        platform.postgres().createDatabase(DATABASE, DATABASE);
        var window = Duration.ofSeconds(options.secondsOr(WINDOW_SECONDS));
        try (var loans = new Loans(platform.root(), platform.bootstrapServers());
                var model = new ReadModel(platform);
                var forFolding = platform.connect(DATABASE);
                var forFollowing = platform.connect(DATABASE)) {
            platform.progress().say("telling " + options.facts() + " facts");
            loans.tellUntil(options.facts());
            model.awaitHeard();
            var rounds = new Rounds(options.rounds());
            var following = new FollowLoop(platform.bootstrapServers(), forFollowing);
            var live = rounds.alternate(new Live(platform, loans, model), following::run);
            mustBeEqual(model.sums(), following.sums());
            var folding = new FoldLoop(platform.bootstrapServers(), forFolding);
            var rebuild = rounds.alternate(new Rebuild(loans, model), folding::run);
            mustBeEqual(model.sums(), folding.sums());
            var asked = rounds.alternate(new Asked(model, window, true), new Asked(model, window, false));
            var verdict = model.check(loans.told());
            return List.of(
                    Figure.of(
                            "P5",
                            "/s",
                            rebuild.get(0),
                            rebuild.get(1),
                            verdict,
                            "beside: a loop that makes the cells of today and no ledger"),
                    Figure.of(
                            "P5-live",
                            "/s",
                            live.get(0),
                            live.get(1),
                            verdict,
                            "beside: COPY into a ledger and upsert of its cells, 20,000 records at a time"),
                    Figure.of(
                            "P6",
                            "ms",
                            asked.get(0),
                            asked.get(1),
                            verdict,
                            String.format(Locale.ROOT, "at %.0f questions a second", ASKED_PER_SECOND)));
        }
    }

    /** They would hear the loans too, and have nothing to do with what is measured. */
    static void stopTheOthers(BenchPlatform platform) {
        for (var service : List.of(Service.DEALS, Service.PROJECTS, Service.STOCKPILES, Service.NOTIFICATIONS)) {
            platform.stop(service);
        }
    }

    static void mustBeEqual(List<String> ours, List<String> beside) {
        if (ours.isEmpty() || !ours.equals(beside)) {
            var different = ours.stream().filter(sum -> !beside.contains(sum)).toList();
            throw new Trouble("The sums differ: ours has " + ours.size() + ", beside " + beside.size()
                    + "; for example " + different.stream().findFirst().orElse("none of ours"));
        }
    }

    /** The query service stands still while the facts are told, so that telling is not measured. */
    private record Live(BenchPlatform platform, Loans loans, ReadModel model) implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            platform.freeze(List.of(Service.QUERY.title()));
            long before = loans.told();
            loans.goOn(LIVE_VERSIONS);
            long begin = System.nanoTime();
            platform.thaw();
            model.awaitHeard();
            return (loans.told() - before) * 1e9 / (System.nanoTime() - begin);
        }
    }

    /** From the request to the swap: read, folded, written, brought up to date, compared. */
    private record Rebuild(Loans loans, ReadModel model) implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            long begin = System.nanoTime();
            model.awaitSwapped(model.beginRebuild());
            return loans.told() * 1e9 / (System.nanoTime() - begin);
        }
    }

    /** 99th percentile in milliseconds, from the intended moment of each question. */
    private record Asked(ReadModel model, Duration window, boolean rebuilding) implements Rounds.Side {

        @Override
        public double measure() throws Exception {
            var rebuild = rebuilding ? model.beginRebuild() : "";
            var taken = Load.latencies(
                    window, ASKED_PER_SECOND, () -> model.asking(() -> "/v1/exposure?by=agency,mineral"));
            if (rebuilding) {
                if (!model.isRunning(rebuild)) {
                    model.awaitSwapped(rebuild); // says so when it failed
                    throw new Trouble("The rebuild was over before the window: use fewer --seconds, or more --facts.");
                }
                model.awaitSwapped(rebuild);
            }
            return taken.getValueAtPercentile(99) / 1e6;
        }
    }
}
