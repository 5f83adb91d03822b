package io.lodestone.query.known;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.chassis.http.Imported;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.query.known.SupplyFigure.Indicator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code supply_figure}. */
@ApplicationScoped
public class SupplyFigures {

    /** Bounds an answer; a mineral has a few hundred figures in an edition. */
    public static final int ROWS_MAX = 5_000;

    private static final String UPSERT = """
            insert into supply_figure as kept (mineral, segment, indicator, category, area, year, edition, published_on,
                country, estimated, figure, unit, note, source_url, seen_on, confidence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (mineral, segment, indicator, category, area, year, edition) do update
            set (published_on, country, estimated, figure, unit, note, source_url, seen_on, confidence) =
                (excluded.published_on, excluded.country, excluded.estimated, excluded.figure, excluded.unit,
                 excluded.note, excluded.source_url, excluded.seen_on, excluded.confidence)
            where kept is distinct from excluded
            returning (xmax = 0) as created
            """;

    /** Of each figure the newest edition that was out on the day. */
    private static final String SELECT = """
            select distinct on (mineral, segment, indicator, category, area, year) *
            from supply_figure
            where published_on <= ?
              and (?::text is null or mineral = ?) and (?::text is null or segment = ?)
              and (?::text is null or indicator = ?) and (?::int is null or year = ?)
            order by mineral, segment, indicator, category, area, year, published_on desc, edition desc
            limit\s""" + ROWS_MAX;

    private final DataSource database;

    SupplyFigures(DataSource database) {
        this.database = database;
    }

    /** What of the figures is asked for; null asks for all. */
    public record Wanted(
            LocalDate asOf,
            @Nullable Mineral mineral,
            @Nullable Segment segment,
            @Nullable Indicator indicator,
            @Nullable Integer year) {}

    /** Keyed by what it says and the edition. Runs in the import's transaction. */
    public Imported take(SupplyFigure line) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT)) {
            set(upsert, line);
            try (var row = upsert.executeQuery()) {
                var status = !row.next()
                        ? Imported.Status.UNCHANGED
                        : row.getBoolean(1) ? Imported.Status.CREATED : Imported.Status.UPDATED;
                return new Imported(status, id(line));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a figure could not be stored", e);
        }
    }

    private static UUID id(SupplyFigure line) {
        var key = List.of(
                line.mineral(),
                line.segment(),
                line.indicator(),
                line.category(),
                line.area(),
                line.year(),
                line.edition());
        return UUID.nameUUIDFromBytes(key.toString().getBytes(UTF_8));
    }

    private static void set(PreparedStatement upsert, SupplyFigure line) throws SQLException {
        int at = 1;
        upsert.setString(at++, line.mineral().name());
        upsert.setString(at++, line.segment().name());
        upsert.setString(at++, line.indicator().name());
        upsert.setString(at++, line.category());
        upsert.setString(at++, line.area());
        upsert.setInt(at++, line.year());
        upsert.setString(at++, line.edition());
        upsert.setObject(at++, line.publishedOn());
        upsert.setString(at++, line.country());
        upsert.setBoolean(at++, line.estimated());
        upsert.setString(at++, line.figure());
        upsert.setString(at++, line.unit());
        upsert.setString(at++, line.note());
        upsert.setString(at++, line.source().url());
        upsert.setObject(at++, line.source().seenOn());
        upsert.setString(at++, line.source().confidence().name());
    }

    /** By mineral, segment, indicator, category, area and year. */
    @Transactional
    public List<SupplyFigure> of(Wanted wanted) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setObject(1, wanted.asOf());
            setTwice(select, 2, wanted.mineral());
            setTwice(select, 4, wanted.segment());
            setTwice(select, 6, wanted.indicator());
            select.setObject(8, wanted.year());
            select.setObject(9, wanted.year());
            var figures = new ArrayList<SupplyFigure>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    figures.add(figure(rows));
                }
            }
            return figures;
        } catch (SQLException e) {
            throw new IllegalStateException("figures could not be read", e);
        }
    }

    private static void setTwice(PreparedStatement select, int at, @Nullable Enum<?> code) throws SQLException {
        var name = code == null ? null : code.name();
        select.setString(at, name);
        select.setString(at + 1, name);
    }

    private static SupplyFigure figure(ResultSet row) throws SQLException {
        return new SupplyFigure(
                Mineral.valueOf(row.getString("mineral")),
                Segment.valueOf(row.getString("segment")),
                Indicator.valueOf(row.getString("indicator")),
                row.getString("category"),
                row.getString("area"),
                row.getString("country"),
                row.getInt("year"),
                row.getBoolean("estimated"),
                row.getString("figure"),
                row.getString("unit"),
                row.getString("edition"),
                row.getObject("published_on", LocalDate.class),
                new Source(
                        row.getString("source_url"),
                        row.getObject("seen_on", LocalDate.class),
                        Source.Confidence.valueOf(row.getString("confidence"))),
                row.getString("note"));
    }
}
