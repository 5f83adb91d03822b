package io.lodestone.query.known.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY, in its text format; part of the connection's transaction. */
final class Copy implements AutoCloseable {

    /** Characters held back before they are sent. */
    private static final int SEND_AT = 256 * 1024;

    private final CopyIn copying;
    private final StringBuilder rows = new StringBuilder();
    private boolean inRow;

    private Copy(CopyIn copying) {
        this.copying = copying;
    }

    static Copy into(Connection connection, String table, String columns) throws SQLException {
        var api = connection.unwrap(PGConnection.class).getCopyAPI();
        return new Copy(api.copyIn("copy " + table + " (" + columns + ") from stdin"));
    }

    Copy value(@Nullable Object value) {
        if (inRow) {
            rows.append('\t');
        }
        inRow = true;
        switch (value) {
            case null -> rows.append("\\N");
            case BigDecimal amount -> rows.append(amount.toPlainString());
            case String text -> escape(text);
            case Object plain -> rows.append(plain);
        }
        return this;
    }

    void endRow() throws SQLException {
        rows.append('\n');
        inRow = false;
        if (rows.length() >= SEND_AT) {
            send();
        }
    }

    /** Without it nothing is written. */
    void end() throws SQLException {
        send();
        copying.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copying.isActive()) {
            copying.cancelCopy();
        }
    }

    private void send() throws SQLException {
        var bytes = rows.toString().getBytes(UTF_8);
        copying.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(character);
            }
        }
    }
}
