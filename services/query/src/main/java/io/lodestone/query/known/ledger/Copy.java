package io.lodestone.query.known.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by COPY, in its binary format, which costs both sides less than text; part of the
 * connection's transaction. The server converts nothing: the type of a value must be that of its column, int for int,
 * long for bigint.
 */
final class Copy implements AutoCloseable {

    /** Bytes held back before they are sent, at most; many copies have a few rows only. */
    private static final int SEND_AT = 128 * 1024;

    private static final int FIRST = 4 * 1024;

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(ISO_8859_1);
    private static final int NULL = -1;
    private static final short END = -1;

    /** Days and moments count from 2000. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final long FIRST_SECOND = FIRST_DAY * 86_400;

    /** A numeric is a row of digits of this base. */
    private static final long BASE = 10_000;

    private static final int DECIMALS_PER_DIGIT = 4;
    private static final short MINUS = 0x4000;

    private final CopyIn copying;
    private final short columns;
    private ByteBuffer rows = ByteBuffer.allocate(FIRST);
    private boolean inRow;

    private Copy(CopyIn copying) {
        this.copying = copying;
        columns = (short) copying.getFieldCount();
        rows.put(SIGNATURE).putInt(0).putInt(0);
    }

    static Copy into(Connection connection, String table, String columns) throws SQLException {
        var api = connection.unwrap(PGConnection.class).getCopyAPI();
        return new Copy(api.copyIn("copy " + table + " (" + columns + ") from stdin (format binary)"));
    }

    Copy value(@Nullable String text) throws SQLException {
        return text == null ? none() : bytes(text.getBytes(UTF_8));
    }

    Copy value(@Nullable UUID id) throws SQLException {
        if (id == null) {
            return none();
        }
        ofLength(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return this;
    }

    Copy value(BigDecimal amount) throws SQLException {
        if (amount.signum() == 0 && amount.scale() == 0) {
            ofLength(Long.BYTES).putLong(0);
            return this;
        }
        return numeric(amount);
    }

    Copy value(LocalDate day) throws SQLException {
        ofLength(Integer.BYTES).putInt((int) (day.toEpochDay() - FIRST_DAY));
        return this;
    }

    Copy value(Instant moment) throws SQLException {
        ofLength(Long.BYTES).putLong(microseconds(moment));
        return this;
    }

    Copy value(int number) throws SQLException {
        ofLength(Integer.BYTES).putInt(number);
        return this;
    }

    Copy value(long number) throws SQLException {
        ofLength(Long.BYTES).putLong(number);
        return this;
    }

    void endRow() {
        inRow = false;
    }

    /** Without it nothing is written. */
    void end() throws SQLException {
        room(Short.BYTES).putShort(END);
        send();
        copying.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copying.isActive()) {
            copying.cancelCopy();
        }
    }

    private Copy bytes(byte[] bytes) throws SQLException {
        ofLength(bytes.length).put(bytes);
        return this;
    }

    private Copy none() throws SQLException {
        column().putInt(NULL);
        return this;
    }

    private ByteBuffer column() throws SQLException {
        if (!inRow) {
            room(Short.BYTES).putShort(columns);
            inRow = true;
        }
        return room(Integer.BYTES);
    }

    /** Rounded, as the server rounds what it reads from text. */
    private static long microseconds(Instant moment) {
        return (moment.getEpochSecond() - FIRST_SECOND) * 1_000_000 + (moment.getNano() + 500) / 1_000;
    }

    /** Digits of base 10,000 from the highest on, and how many of them stand before the point. */
    private Copy numeric(BigDecimal amount) throws SQLException {
        int fraction = (amount.scale() + DECIMALS_PER_DIGIT - 1) / DECIMALS_PER_DIGIT;
        var digits = digits(
                amount.setScale(fraction * DECIMALS_PER_DIGIT).unscaledValue().abs());
        var value = ofLength((4 + digits.length) * Short.BYTES)
                .putShort((short) digits.length)
                .putShort((short) (digits.length - fraction - 1))
                .putShort(amount.signum() < 0 ? MINUS : 0)
                .putShort((short) Math.max(0, amount.scale()));
        for (int i = digits.length - 1; i >= 0; i--) {
            value.putShort(digits[i]);
        }
        return this;
    }

    /** From the lowest on; none of zero. */
    private static short[] digits(BigInteger units) {
        var digits = new short[units.bitLength() / 13 + 1];
        int count = 0;
        var high = units;
        while (high.bitLength() >= Long.SIZE) {
            var parts = high.divideAndRemainder(BigInteger.valueOf(BASE));
            digits[count++] = parts[1].shortValue();
            high = parts[0];
        }
        for (long rest = high.longValue(); rest != 0; rest /= BASE) {
            digits[count++] = (short) (rest % BASE);
        }
        return Arrays.copyOf(digits, count);
    }

    private ByteBuffer ofLength(int bytes) throws SQLException {
        column().putInt(bytes);
        return room(bytes);
    }

    /** The buffer, with that many bytes free. */
    private ByteBuffer room(int bytes) throws SQLException {
        if (rows.remaining() < bytes && rows.position() + bytes > SEND_AT) {
            send();
        }
        if (rows.remaining() < bytes) {
            rows = ByteBuffer.allocate(Math.max(2 * rows.capacity(), rows.position() + bytes))
                    .put(rows.flip());
        }
        return rows;
    }

    private void send() throws SQLException {
        copying.writeToCopy(rows.array(), 0, rows.position());
        rows.clear();
    }
}
