package io.lodestone.query.known.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the binary format carries is what the server reads from text. */
@QuarkusTest
@WithBackbone(service = "query")
class CopyIT {

    @Inject
    DataSource database;

    @Test
    void amountsOfAnySizeArriveExactly() {
        var amounts = Stream.of(
                        "0",
                        "1",
                        "-1",
                        "9999",
                        "10000",
                        "10000.01",
                        "100000000",
                        "0.1",
                        "0.0001",
                        "-0.00001",
                        "12345678.9012345",
                        "9223372036854775807",
                        "9223372036854775808",
                        "-18446744073709551616.25",
                        "123456789012345678901234567890.123456789012345678901234567890")
                .map(BigDecimal::new)
                .toList();

        assertThat(copied("numeric", amounts))
                .isEqualTo(amounts.stream().map(BigDecimal::toPlainString).toList());
    }

    @Test
    void momentsAndDaysBeforeAndAfter2000Arrive() {
        assertThat(copied(
                        "timestamptz",
                        List.of(
                                Instant.parse("1969-12-31T23:59:59.999999Z"),
                                Instant.parse("2025-08-15T14:03:11.482Z"))))
                .containsExactly("1969-12-31 23:59:59.999999+00", "2025-08-15 14:03:11.482+00");
        assertThat(copied("date", List.of(LocalDate.of(1999, 12, 31), LocalDate.of(2025, 8, 15))))
                .containsExactly("1999-12-31", "2025-08-15");
    }

    @Test
    void textsOfAnyLengthAndLettersArriveAsTheyAre() {
        var texts = List.of("", "\\N", "tab\tline\n", "Łódź 鉱", "x".repeat(300_000), "after");

        assertThat(copied("text", texts)).isEqualTo(texts);
    }

    @Test
    void idsAndNumbersArrive() {
        var id = UUID.fromString("019a5c10-7c00-7d3e-8a51-3f0c2b9d4e01");
        assertThat(copied("uuid", List.of(id))).containsExactly(id.toString());
        assertThat(copied("int", List.of(-1))).containsExactly("-1");
        assertThat(copied("bigint", List.of(Long.MIN_VALUE))).containsExactly("-9223372036854775808");
    }

    private List<String> copied(String type, List<?> values) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set local time zone 'UTC'");
                statement.execute("create temp table copied (n int, value " + type + ") on commit drop");
                copy(connection, values);
                return texts(connection);
            }
        });
    }

    private static void copy(Connection connection, List<?> values) throws SQLException {
        try (var copy = Copy.into(connection, "copied", "n, value")) {
            for (int n = 0; n < values.size(); n++) {
                value(copy.value(n), values.get(n)).endRow();
            }
            copy.value(values.size()).value((String) null).endRow();
            copy.end();
        }
    }

    private static Copy value(Copy copy, Object value) throws SQLException {
        return switch (value) {
            case String text -> copy.value(text);
            case UUID id -> copy.value(id);
            case BigDecimal amount -> copy.value(amount);
            case LocalDate day -> copy.value(day);
            case Instant moment -> copy.value(moment);
            case Integer number -> copy.value(number.intValue());
            case Long number -> copy.value(number.longValue());
            default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
        };
    }

    /** All but the last, which is null. */
    private static List<String> texts(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select value::text from copied order by n");
                var rows = select.executeQuery()) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            assertThat(texts.removeLast()).isNull();
            return texts;
        }
    }
}
