package io.lodestone.deals.totalling;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeMap;
import java.util.UUID;

/** What the rows of deals add up to. */
@ApplicationScoped
class DealSums {

    /** One reading of deals. A figure that is zero, as most are, is not multiplied. */
    private static final String SUMS = "select number % ? as part, agency, instrument, currency, "
            + Sums.MEASURES.stream()
                    .map(
                            "coalesce(sum(\"%1$s\"), 0), coalesce(sum(\"%1$s\" * number) filter (where \"%1$s\" <> 0), 0)"
                                    ::formatted)
                    .collect(joining(", "))
            + " from (select deal_number(id)::numeric as number, agency, instrument, 1 as deals, version as facts, f.*"
            + " from %s, jsonb_to_record(figures) as f(currency text, "
            + Sums.FIGURES.stream().map("\"%s\" numeric"::formatted).collect(joining(", "))
            + ")) each_deal group by 1, 2, 3, 4";

    private static final String OF_ALL = SUMS.replace("%s", "deal");
    private static final String OF_SOME = SUMS.replace("%s", "(select * from deal where id = any(?)) moved");

    Sums ofAll(Connection connection, int parts) throws SQLException {
        try (var select = connection.prepareStatement(OF_ALL)) {
            select.setInt(1, parts);
            return read(select);
        }
    }

    /** Ids of no deal count for nothing. */
    Sums ofSome(Connection connection, int parts, Collection<UUID> deals) throws SQLException {
        try (var select = connection.prepareStatement(OF_SOME)) {
            select.setInt(1, parts);
            select.setArray(2, connection.createArrayOf("uuid", deals.toArray()));
            return read(select);
        }
    }

    private static Sums read(PreparedStatement select) throws SQLException {
        var sums = new TreeMap<Sums.Place, Sums.Sum>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                read(rows, sums);
            }
        }
        return new Sums(new TreeMap<>()).plus(new Sums(sums));
    }

    private static void read(ResultSet row, TreeMap<Sums.Place, Sums.Sum> sums) throws SQLException {
        int at = 5;
        for (int measure = 0; measure < Sums.MEASURES.size(); measure++) {
            var place = new Sums.Place(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), measure);
            sums.put(place, new Sums.Sum(row.getBigDecimal(at++), row.getBigDecimal(at++)));
        }
    }
}
