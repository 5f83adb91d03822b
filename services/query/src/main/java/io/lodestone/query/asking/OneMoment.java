package io.lodestone.query.asking;

import java.sql.Connection;
import java.sql.SQLException;

/** Lets all reads of a transaction see the database as it was at its first one. */
final class OneMoment {

    private OneMoment() {}

    /** Must come before the transaction's first read. */
    static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }
}
