package io.lodestone.benchmarks;

import io.lodestone.local.Service;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * P1-backlog: how fast a relay is with a backlog of any size, beside one of {@link RelayBenchRows#ROWS}, and how much heap
 * its service takes meanwhile. The deals service stands still while the rows are written, and finds them when it goes on.
 */
final class BacklogBench implements Bench {

    private static final String TOPIC = "lodestone.deals";

    @Override
    public List<Figure> run(BenchPlatform platform, Options options) throws Exception {
        for (var service : Service.values()) {
            if (service != Service.DEALS) {
                platform.stop(service);
            }
        }
        try (var deals = platform.connect("deals");
                var topic = new RelayBenchTopic(TOPIC, platform.bootstrapServers())) {
            var few = new Backlog(platform, deals, topic, 1);
            var many = new Backlog(platform, deals, topic, Math.ceilDiv(options.facts(), RelayBenchRows.ROWS));
            few.drain(); // so that the first one measured is not a cold one
            var beside = few.drain();
            var ours = many.drain();
            var note = String.format(
                    Locale.ROOT, "a backlog of %,d facts; heap peak %.0f MiB", many.facts(), ours.heapPeak());
            return List.of(Figure.of("P1-backlog", "/s", ours.asSeries(), beside.asSeries(), topic.verdict(), note));
        }
    }

    /**
     * @param rate     facts a second, from when the service went on to the last record
     * @param heapPeak of the service, in MiB
     */
    private record Drained(double rate, double heapPeak) {

        Rounds.Series asSeries() {
            return new Rounds.Series(List.of(rate));
        }
    }

    /** @param parts of {@link RelayBenchRows#ROWS} facts, each written in one transaction */
    private record Backlog(BenchPlatform platform, Connection deals, RelayBenchTopic topic, int parts) {

        int facts() {
            return parts * RelayBenchRows.ROWS;
        }

        Drained drain() throws Exception {
            topic.begin();
            platform.freeze(List.of(Service.DEALS.title()));
            var subjects = new ArrayList<UUID>();
            for (int part = 1; part <= parts; part++) {
                var rows = RelayBenchRows.next(platform.root());
                rows.write(deals, TOPIC, false);
                deals.commit();
                subjects.addAll(rows.subjects());
                platform.progress().say(String.format(Locale.ROOT, "  %,d facts wait", part * RelayBenchRows.ROWS));
            }
            long begin = System.nanoTime();
            platform.thaw();
            var operator = platform.token(Map.of("sub", "bench", "groups", List.of("operator")));
            try (var heap = new HeapWatch(platform.address(Service.DEALS), operator)) {
                double rate = topic.rate(facts(), begin);
                topic.check(subjects);
                return new Drained(rate, heap.peakMebibytes());
            }
        }
    }
}
