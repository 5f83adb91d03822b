package io.lodestone.benchmarks;

import java.util.List;

/** One of the benches: it works on a platform of its own, and answers with its figures. */
@FunctionalInterface
public interface Bench {

    /** @throws Exception when it could not be measured: there is no figure then */
    List<Figure> run(BenchPlatform platform, Options options) throws Exception;

    /**
     * What a person may choose.
     *
     * @param rounds  how often each side is measured, at least five for a figure worth keeping
     * @param seconds one measured window; 0 leaves it to the bench
     * @param facts   how many facts of deals there are, for the benches that begin with them or let them wait
     */
    record Options(int rounds, int seconds, int facts) {

        int secondsOr(int usual) {
            return seconds == 0 ? usual : seconds;
        }
    }
}
