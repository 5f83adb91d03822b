package io.lodestone.query.known.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.query.exposure.Attribution;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.exposure.Standing;
import io.lodestone.query.reconciling.HeldBooks;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of an older release, full of facts, brought to the newest one, in a schema of its own. */
@QuarkusTest
@WithBackbone(service = "query")
class UpgradeIT {

    private static final int FACTS = 1_000;

    private static final List<String> CELL = List.of(
            "cell_id",
            "release_class",
            "agency",
            "instrument",
            "program",
            "mineral",
            "segment",
            "country",
            "obligor",
            "obligor_lei",
            "package_id",
            "project_id",
            "status",
            "currency",
            "presence");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    DealFacts deals;

    @Inject
    ProjectFacts projects;

    @Inject
    Books books;

    @Inject
    NewGenerations generations;

    private final RandomHistory history = new RandomHistory(new Random(1_002), FACTS);
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
        drop();
    }

    @AfterEach
    void close() throws SQLException {
        drop();
        connection.close();
    }

    @Test
    void aDatabaseOfTheFirstGenerationsReconciles() throws SQLException {
        older("1002", "deal_fact", "project_fact", "exposure_entry", "exposure_cell");

        migrate("older", "latest");

        isWhole("older");
    }

    @Test
    void aDatabaseWithoutCellsGetsThoseThatAreKeptToday() throws SQLException {
        older("1001", "deal_fact", "project_fact", "exposure_entry");

        migrate("older", "latest");

        use("newest");
        var kept = rows("select " + String.join(", ", CELL) + ", " + Entries.RUNGS + " from exposure_cell_1");
        use("older");
        assertThat(rows("select " + String.join(", ", CELL) + ", " + Entries.RUNGS + " from exposure_cell_1"
                        + " where presence <> 0 or (" + Entries.RUNGS + ") <> (0, 0, 0, 0, 0, 0, 0)"))
                .isEqualTo(kept)
                .isNotEmpty();
        isWhole("older");
    }

    /** As it stood when entries repeated what they have in common: made in the newest form, and read by its views. */
    @Test
    void aDatabaseWithoutPlacesGetsThemWithTheSameEntries() throws SQLException {
        older("1009", "deal_fact", "project_fact", "exposure_entry", "exposure_cell");
        use("older");
        run("select ledger_generation_begin(2)");
        connection.commit();

        migrate("older", "latest");

        var entries = "select id, place_id, deal_id, fact_id, effective_on, recorded_at, mineral, presence, "
                + Entries.RUNGS + " from exposure_entry";
        use("newest");
        var made = rows(entries);
        use("older");
        assertThat(rows(entries)).isEqualTo(made).isNotEmpty();
        assertThat(rows("select id from ledger_generation")).hasSize(1);
        isWhole("older");
    }

    /** Begun with indexes that a generation is filled without now. */
    @Test
    void whatARebuildHadBegunIsGoneOnWith() throws SQLException {
        older("1010", "deal_fact", "deal_profile", "project_fact", "exposure_entry", "exposure_place", "exposure_cell");
        use("older");
        run("select ledger_generation_begin(2)");
        run("insert into read_model_rebuild (id, status, begun_at, begun_by, generation)"
                + " values (gen_random_uuid(), 'RUNNING', now(), 'ana', 2)");
        run("insert into read_model_rebuild_step (rebuild, step) select id, 'full' from read_model_rebuild");
        connection.commit();

        migrate("older", "latest");

        use("older");
        assertThat(rows("select step, generation from read_model_rebuild_step"))
                .contains(List.of("facts full", "2"), List.of("entries full", "2"));
        takesItsPlace(generations.goOn(connection, new Generation(2), Map.of()));
    }

    /** A database of that release with what a newest one has. */
    private void older(String release, String... tables) throws SQLException {
        migrate("newest", "latest");
        fill("newest");
        migrate("older", release);
        for (var table : tables) {
            copy(table, release.equals("1001") ? table : table + "_1");
        }
    }

    /** It reconciles, and is what a rebuild makes of the same facts, which takes its place. */
    private void isWhole(String schema) throws SQLException {
        use(schema);
        assertThat(HeldBooks.breaks(connection)).isEmpty();
        assertThat(HeldBooks.cells(connection)).isPositive();

        takesItsPlace(generations.begin(connection));
    }

    private void takesItsPlace(Frozen frozen) throws SQLException {
        generations.fillProjects(connection, frozen.generation(), byProject().values());
        generations.fillFacts(connection, frozen.generation(), history.byDeal().values());
        generations.fillEntries(
                connection, frozen.generation(), history.byDeal().values(), byProject());
        generations.factsFull(connection, frozen.generation());
        generations.entriesFull(connection, frozen.generation());
        generations.bringUpToDate(connection, frozen.generation());
        var differences = generations.compare(connection, frozen.generation());
        assertThat(differences.none()).as(differences.toString()).isTrue();
        assertThat(settings(frozen.generation()))
                .isEqualTo(settings(new Generation(1)))
                .isNotEmpty();
        assertThat(generations.makeLive(connection, frozen.generation())).isEqualTo(new Generation(1));
        assertThat(generations.hold(connection, frozen.generation())).isTrue();
        assertThat(generations.dropBefore(connection, frozen.generation())).isTrue();
        connection.commit();
        assertThat(HeldBooks.breaks(connection)).isEmpty();
        connection.rollback();
    }

    /** The indexes of its tables, and what is set for these. */
    private Set<List<String>> settings(Generation generation) throws SQLException {
        var number = "_" + generation.id() + "\\M";
        return rows("select regexp_replace(setting, '" + number + "', '', 'g'), count(*) from (select"
                + " regexp_replace(indexdef, 'INDEX \\S+', 'INDEX') from pg_indexes where schemaname = current_schema()"
                + " union all select relname || ' ' || array_to_string(reloptions, ' ') from pg_class"
                + " where relnamespace = current_schema()::regnamespace and relkind = 'r' and reloptions is not null)"
                + " settings (setting) where setting ~ '" + number + "' group by 1");
    }

    private void migrate(String schema, String target) throws SQLException {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("db/chassis", "db/migration")
                .defaultSchema(schema)
                .schemas(schema)
                .outOfOrder(true)
                .target(MigrationVersion.fromVersion(target))
                .load()
                .migrate();
    }

    private void fill(String schema) throws SQLException {
        use(schema);
        var first = new Generation(1);
        for (var facts : byProject().values()) {
            projects.add(connection, first, Standing.each(facts));
        }
        var standings = new ArrayList<Standing<DealFact>>();
        history.byDeal().values().forEach(facts -> standings.addAll(Standing.each(facts)));
        deals.add(connection, first, standings);
        var entries = history.byDeal().values().stream()
                .flatMap(facts -> Attribution.entries(facts, history.projects()).stream())
                .toList();
        books.move(connection, first, entries, List.of());
        connection.commit();
    }

    /** The columns that the older one has, from what the newest one shows. */
    private void copy(String from, String to) throws SQLException {
        connection.setAutoCommit(true);
        var columns = rows("select column_name from information_schema.columns where table_schema = 'older'"
                        + " and table_name = '" + to + "' and column_name <> 'generation'")
                .stream()
                .map(List::getFirst)
                .collect(Collectors.joining(", "));
        run("insert into older." + to + " (" + columns + ") select " + columns + " from newest." + from);
    }

    private Map<UUID, List<ProjectFact>> byProject() {
        return history.projects().stream()
                .collect(Collectors.groupingBy(project -> project.fact().subject()));
    }

    private void use(String schema) throws SQLException {
        connection.setAutoCommit(true);
        run("set search_path = " + schema);
        connection.setAutoCommit(false);
    }

    private void drop() throws SQLException {
        connection.setAutoCommit(true);
        run("drop schema if exists newest cascade");
        run("drop schema if exists older cascade");
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Set<List<String>> rows(String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            var read = new HashSet<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
                    row.add(plain(rows.getString(at)));
                }
                read.add(row);
            }
            return read;
        }
    }

    /** 1.10 and 1.1 are the same amount. */
    private static String plain(String value) {
        return value != null && value.matches("-?\\d+\\.\\d+") ? value.replaceAll("\\.?0+$", "") : value;
    }
}
