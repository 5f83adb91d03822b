package io.lodestone.benchmarks;

import io.lodestone.local.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * P11: lines/s at which a file of 100,000 deals comes into PostgreSQL with its facts, over HTTP, while the whole platform
 * runs; beside it the same file once more, which changes nothing.
 */
final class ImportBench implements Bench {

    private static final int LINES = 100_000;

    /** So many until the compilers have done most of their work: a cold service takes in 200 lines/s at first. */
    private static final int WARM_UP_LINES = 100_000;

    @Override
    public List<Figure> run(BenchPlatform platform, Options options) throws Exception {
        var run = Long.toString(System.nanoTime(), 36);
        Proposals.on(platform);
        var deals = platform.address(Service.DEALS);
        var operator = platform.token(Map.of("sub", "bench", "groups", List.of("operator")));
        try (var facts = new Deals(platform);
                var heap = new HeapWatch(deals, operator)) {
            facts.settle();
            var ours = new Side(platform, facts, deals, run, true);
            var again = new Side(platform, facts, deals, run, false);
            var series = new Rounds(options.rounds()).alternate(ours, again);
            var note = String.format(
                    Locale.ROOT,
                    "the second time all %d lines unchanged; heap peak %.0f MiB",
                    LINES,
                    heap.peakMebibytes());
            return List.of(Figure.of("P11", "/s", series.get(0), series.get(1), facts.check(), note));
        }
    }

    /** Imports a file of its own in each round, or the one that the other side has imported before. */
    private static final class Side implements Rounds.Side {

        private final BenchPlatform platform;
        private final Deals facts;
        private final URI deals;
        private final String run;
        private final boolean first;
        private int round;

        Side(BenchPlatform platform, Deals facts, URI deals, String run, boolean first) {
            this.platform = platform;
            this.facts = facts;
            this.deals = deals;
            this.run = run;
            this.first = first;
        }

        @Override
        public void warmUp() throws Exception {
            lines(WARM_UP_LINES);
        }

        @Override
        public double measure() throws Exception {
            facts.settle();
            return lines(LINES);
        }

        private double lines(int lines) throws Exception {
            round++;
            var path = Files.createTempFile("import", ".ndjson");
            try {
                var file = ImportFile.write(path, run + "-" + round, lines);
                var done = ImportRun.of(file, deals, token(), platform.progress());
                mustBe(done, lines);
                return done.perSecond();
            } finally {
                Files.delete(path);
            }
        }

        private String token() {
            return platform.token(
                    Map.of("sub", "bench", "groups", List.of("deal-officer", "deal-approver"), "agency", "DFC"));
        }

        private void mustBe(ImportRun done, int lines) throws IOException {
            var counted = first ? "created" : "unchanged";
            if (done.summary().path(counted).asInt() != lines) {
                throw new IOException("Not all lines were " + counted + ": " + done.summary());
            }
        }
    }
}
