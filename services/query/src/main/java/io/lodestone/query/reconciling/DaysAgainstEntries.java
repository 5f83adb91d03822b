package io.lodestone.query.reconciling;

import io.lodestone.contracts.exposure.BreakPlace;
import io.lodestone.query.reconciling.Break.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is kept of days in the past: the moves of each day against its entries, and each day that is kept whole against
 * the one before it and the moves since.
 */
final class DaysAgainstEntries {

    private static final String PLACE =
            "release_class, agency, instrument, program, country, status, currency, mineral, segment";

    private static final String COMPARE = """
            with kept as (select through from exposure_days_kept natural join live_generation),
                days as (select exposure_day.* from exposure_day, kept where day <= through),
                wholes as (select day, lead(day) over (order by day) as next from days where whole group by day)
            select row(day, split, PLACE)::text as place_key, day, PLACE, SUMS,
                coalesce(sum(presence) filter (where side = 'expected'), 0) as expected_presence,
                coalesce(sum(presence) filter (where side = 'found'), 0) as found_presence
            from (
                select 'found' as side, null as split, day, PLACE, AMOUNTS from days where not whole
                union all
                select 'expected', null, effective_on, PLACE, AMOUNTS from exposure_entry, kept where effective_on <= through
                union all
                select 'found', split, day, PLACE, AMOUNTS from days where whole
                union all
                select 'expected', split, next, PLACE, AMOUNTS from days join wholes using (day) where whole and next > day
                union all
                select 'expected', split, (select min(w.day) from wholes w where w.day >= d.day), PLACE, AMOUNTS
                from days d where not whole and day <= (select max(day) from wholes)) sides
            group by split, day, PLACE
            having sum(case side when 'found' then presence else -presence end) <> 0 or DIFFER
            order by day, agency, instrument, mineral, segment limit LINES
            """.replace("PLACE", PLACE)
            .replace("AMOUNTS", "presence, " + Rungs.COLUMNS)
            .replace("SUMS", Rungs.SUMS)
            .replace("DIFFER", Rungs.DIFFER)
            .replace("LINES", Integer.toString(Found.NAMED_MAX + 1));

    private DaysAgainstEntries() {}

    static Found compare(Connection connection) throws SQLException {
        return Found.by(connection, Kind.DAY, "select count(*) from exposure_day", COMPARE, DaysAgainstEntries::day);
    }

    private static Break day(ResultSet row) throws SQLException {
        var place = new BreakPlace(
                Kind.DAY.name(),
                null,
                null,
                row.getString("agency"),
                row.getString("instrument"),
                row.getString("currency"),
                null,
                row.getString("program"),
                row.getString("mineral"),
                row.getString("segment"),
                row.getString("country"),
                null,
                null,
                null,
                row.getString("status"),
                row.getString("release_class"));
        return new Break(
                Kind.DAY,
                row.getString("place_key"),
                place,
                Rungs.withPresence(row),
                "what is kept of " + row.getString("day")
                        + " is not what the entries come to; a rebuild makes it anew");
    }
}
