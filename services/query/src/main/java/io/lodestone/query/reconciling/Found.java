package io.lodestone.query.reconciling;

import io.lodestone.query.reconciling.Break.Kind;
import java.util.List;
import java.util.Set;

/**
 * What one comparison found.
 *
 * @param looked   how many cells, deals or lines were held against each other
 * @param isWhole  false when there is more than is named, so that nothing can be said of what is not named
 */
record Found(Kind kind, long looked, List<Break> breaks, boolean isWhole) {

    /** How many places are named, in each comparison. */
    static final int NAMED_MAX = 200;

    /** @param breaks one more than are named, where there are more */
    static Found of(Kind kind, long looked, List<Break> breaks) {
        boolean isWhole = breaks.size() <= NAMED_MAX;
        return new Found(kind, looked, isWhole ? breaks : breaks.subList(0, NAMED_MAX), isWhole);
    }

    boolean hasSettled(Kind other, String key, Set<String> broken) {
        return kind == other && isWhole && !broken.contains(key);
    }
}
