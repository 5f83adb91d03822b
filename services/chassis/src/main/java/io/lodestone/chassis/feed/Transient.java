package io.lodestone.chassis.feed;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass (the database is away, busy, or chose us as a deadlock's victim) from those that stay. */
final class Transient {

    /** SQLSTATE classes: connection, rollback (deadlock, serialization), resources, operator intervention, lock not available. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private static final int DEPTH_MAX = 20;

    private Transient() {}

    static boolean causes(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql && passes(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean passes(@Nullable String state) {
        return state == null || (state.length() >= 2 && PASSING.contains(state.substring(0, 2)));
    }
}
