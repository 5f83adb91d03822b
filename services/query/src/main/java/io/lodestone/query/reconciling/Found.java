package io.lodestone.query.reconciling;

import io.lodestone.query.reconciling.Break.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /** A break, from a row of two sides that differ. */
    @FunctionalInterface
    interface Naming {
        Break of(ResultSet row) throws SQLException;
    }

    /**
     * What a query that compares finds.
     *
     * @param count   tells how many are held against each other
     * @param compare gives a row for each that differs, one more than are named at most
     */
    static Found by(Connection connection, Kind kind, String count, String compare, Naming naming) throws SQLException {
        try (var counting = connection.prepareStatement(count);
                var comparing = connection.prepareStatement(compare)) {
            long looked = Rungs.number(counting);
            var breaks = new ArrayList<Break>();
            try (var rows = comparing.executeQuery()) {
                while (rows.next()) {
                    breaks.add(naming.of(rows));
                }
            }
            return of(kind, looked, breaks);
        }
    }

    /** What else was looked for in the same places. */
    Found and(List<Break> more) {
        var all = Stream.concat(breaks.stream(), more.stream()).toList();
        return new Found(kind, looked, all, isWhole && more.size() <= NAMED_MAX);
    }

    boolean hasSettled(Kind other, String key, Set<String> broken) {
        return kind == other && isWhole && !broken.contains(key);
    }
}
