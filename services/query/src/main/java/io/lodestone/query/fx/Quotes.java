package io.lodestone.query.fx;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;

/** Reads the table {@code fx_rate}. */
@ApplicationScoped
public class Quotes {

    /** What any base says of these currencies up to that day. */
    public Rates of(Connection connection, Collection<String> currencies, LocalDate latest) throws SQLException {
        try (var select = connection.prepareStatement(
                "select base, currency, day, rate, source_url from fx_rate where currency = any(?) and day <= ?")) {
            select.setArray(1, connection.createArrayOf("text", currencies.toArray()));
            select.setObject(2, latest);
            var quotes = new ArrayList<Quote>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    quotes.add(new Quote(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getObject(3, LocalDate.class),
                            rows.getBigDecimal(4),
                            rows.getString(5)));
                }
            }
            return new Rates(quotes);
        }
    }
}
