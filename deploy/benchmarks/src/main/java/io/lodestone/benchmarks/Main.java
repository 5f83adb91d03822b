package io.lodestone.benchmarks;

import io.lodestone.local.Progress;
import io.lodestone.local.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code ./lodestone bench} calls. */
@Command(
        name = "lodestone bench",
        sortOptions = false,
        description = "Measure ours beside a plain counterpart, on a platform of its own, and check the data.")
public final class Main implements Callable<Integer> {

    private static final int NOT_CLEAN = 4;
    private static final int FACTS_MIN = 10_000;

    /** The benches by name. */
    enum Name {
        relay,
        backlog,
        post,
        visible,
        stall,
        imports,
        rebuild,
        query;

        /** Leaves the platform as it was and warm, for the next of these. */
        boolean sharesPlatform() {
            return this == post || this == visible || this == stall;
        }

        Bench bench() {
            return switch (this) {
                case relay -> new RelayBench();
                case backlog -> new BacklogBench();
                case post -> new PostBench();
                case visible -> new VisibleBench();
                case stall -> new StallBench();
                case imports -> new ImportBench();
                case rebuild -> new RebuildBench();
                case query -> new QueryBench();
            };
        }
    }

    @Parameters(
            paramLabel = "BENCH",
            description =
                    "relay and backlog (P1), post (P2, P3), visible (P4), rebuild (P5, P6), query (P7), stall (P10), imports (P11);"
                            + " several of post, visible and stall in a row warm up once.")
    private List<Name> names = List.of(Name.post);

    @Option(names = "--json", description = "One JSON object per figure, each on a line of its own.")
    private boolean json;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds (default 5).")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "Length of one measured window (default: what suits the bench).")
    private int seconds;

    @Option(
            names = "--facts",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Facts of deals that rebuild and query work on, or that wait in backlog (default 1000000).")
    private int facts;

    private Main() {}

    /** Exit code 0 when all was measured and nothing was lost, doubled or out of order; 4 when it was; 1 on failure. */
    public static void main(String[] args) {
        var line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(e instanceof Trouble ? e.getMessage() : "Failed: " + e);
            return 1;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (rounds < 1 || seconds < 0 || facts < FACTS_MIN) {
            throw new Trouble("Rounds are at least 1, seconds at least 0, facts at least " + FACTS_MIN + ".");
        }
        var root = Path.of(System.getProperty("lodestone.home", "."))
                .toAbsolutePath()
                .normalize();
        var progress = new Progress(System.err);
        if (!json) {
            System.out.println(Figure.heading());
        }
        boolean clean = true;
        for (var together : onOnePlatform()) {
            try (var platform = BenchPlatform.start(root, progress)) {
                for (var name : together) {
                    clean &= run(name, platform);
                }
            }
        }
        return clean ? 0 : NOT_CLEAN;
    }

    private List<List<Name>> onOnePlatform() {
        var all = new ArrayList<List<Name>>();
        for (var name : names) {
            if (all.isEmpty()
                    || !name.sharesPlatform()
                    || !all.getLast().getLast().sharesPlatform()) {
                all.add(new ArrayList<>());
            }
            all.getLast().add(name);
        }
        return all;
    }

    /** Whether its data were clean. */
    private boolean run(Name name, BenchPlatform platform) throws Exception {
        boolean clean = true;
        for (var figure : name.bench().run(platform, new Bench.Options(rounds, seconds, facts))) {
            System.out.println(json ? figure.json() : figure.line());
            clean &= figure.verdict().isClean();
        }
        return clean;
    }
}
