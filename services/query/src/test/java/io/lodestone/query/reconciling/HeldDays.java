package io.lodestone.query.reconciling;

import java.sql.Connection;
import java.sql.SQLException;

/** Holds days in the past against the entries, without telling anybody. */
public final class HeldDays {

    private HeldDays() {}

    /** In how many places they differ. */
    public static int wrong(Connection connection) throws SQLException {
        return DaysAgainstEntries.compare(connection).breaks().size();
    }
}
