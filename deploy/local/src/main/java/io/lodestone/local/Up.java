package io.lodestone.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform, or what is missing of it. */
@Command(name = "up", description = "Build what is stale, start the platform, load the real data.")
final class Up implements Runnable {

    @Mixin
    private Main.Which which = new Main.Which();

    @Option(names = "--no-data", description = "Start without loading the real data.")
    private boolean noData;

    @Option(names = "--fresh", description = "Throw this platform's local data away first.")
    private boolean fresh;

    @Override
    public void run() {
        var state = which.state();
        var progress = new Progress(System.out);
        var platform = new Platform(state, progress);
        if (fresh) {
            platform.down();
            Folders.delete(state.home());
        }
        if (platform.isComplete()) {
            progress.say("Lodestone runs already; nothing was changed.");
        } else {
            platform.up();
            if (!noData) {
                new Loader(state.root().resolve("deploy/data"), state.signingKey(), state::address, progress).load();
            }
        }
        progress.say(summary(state, platform));
    }

    private static String summary(State state, Platform platform) {
        int base = state.base();
        var option = base == 8080 ? "" : " --port-base " + base;
        var token =
                state.signingKey().token(Map.of("sub", "analyst", "groups", List.of("analyst")), Duration.ofHours(12));
        return """

                Lodestone is up.

                  deals          http://127.0.0.1:%d
                  projects       http://127.0.0.1:%d
                  stockpiles     http://127.0.0.1:%d
                  notifications  http://127.0.0.1:%d
                  query          http://127.0.0.1:%d
                  PostgreSQL     127.0.0.1:%d     Kafka  127.0.0.1:%d

                A token for an analyst, good for 12 hours:
                %s

                Try:
                  curl -H "Authorization: Bearer $(./lodestone token --role analyst%s)" '127.0.0.1:%d/v1/exposure?by=agency,mineral'

                End it with ./lodestone down%s; the data stay.\
                """.formatted(
                        base + 1,
                        base + 2,
                        base + 3,
                        base + 4,
                        base + 5,
                        platform.postgresPort(),
                        platform.kafkaPort(),
                        token,
                        option,
                        base + 5,
                        option);
    }
}
