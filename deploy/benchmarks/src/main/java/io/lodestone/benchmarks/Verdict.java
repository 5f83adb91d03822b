package io.lodestone.benchmarks;

/**
 * What became of the facts that were committed.
 *
 * @param committed how many there were
 * @param lost      committed and not on the topic
 * @param doubled   on the topic once more than needed, by {@code ce_id}
 * @param inverted  behind a newer version of the same key, exact duplicates aside
 */
public record Verdict(long committed, long lost, long doubled, long inverted) {

    public boolean isClean() {
        return lost == 0 && doubled == 0 && inverted == 0;
    }
}
