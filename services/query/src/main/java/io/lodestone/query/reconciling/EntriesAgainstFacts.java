package io.lodestone.query.reconciling;

import io.lodestone.query.known.ledger.EntriesAnew;
import io.lodestone.query.reconciling.Break.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The sum of the entries of each deal against the figures of its last fact, and their times against those of all facts. */
final class EntriesAgainstFacts {

    /** What a deal is called is taken from its last fact, or from its entries when it has no fact. */
    private static final String NAMES = "deal_id, reference, agency, instrument, currency, release_class";

    private static final String COMPARE = "select deal_id, max(reference) as reference, max(agency) as agency,"
            + " max(instrument) as instrument, max(currency) as currency, max(release_class) as release_class, "
            + Rungs.SUMS
            + " from (select 'expected' as side, " + NAMES + ", " + Rungs.COLUMNS
            + " from (select distinct on (deal_id) deal_id, profile_id, " + Rungs.COLUMNS
            + " from deal_fact_row order by deal_id desc, version desc) newest"
            + " join (select profile_id, reference, agency, instrument, currency, release_class from deal_profile)"
            + " profile using (profile_id)"
            + " union all select 'found', deal_id, reference, null, null, currency, release_class, " + Rungs.COLUMNS
            + " from exposure_entry) sides group by deal_id having " + Rungs.DIFFER
            + " order by deal_id limit " + (Found.NAMED_MAX + 1);

    private EntriesAgainstFacts() {}

    static Found compare(Connection connection, EntriesAnew anew) throws SQLException {
        var amounts = Found.by(
                connection,
                Kind.DEAL,
                "select count(*) from deal_fact_row where version = 1",
                COMPARE,
                EntriesAgainstFacts::deal);
        return amounts.and(TimesAgainstFacts.compare(connection, anew));
    }

    private static Break deal(ResultSet row) throws SQLException {
        var deal = row.getObject("deal_id", UUID.class);
        var place = Break.placeOf(
                Kind.DEAL,
                deal,
                row.getString("reference"),
                row.getString("agency"),
                row.getString("instrument"),
                row.getString("currency"),
                row.getString("release_class"));
        return new Break(Kind.DEAL, deal.toString(), place, Rungs.differences(row), null);
    }
}
