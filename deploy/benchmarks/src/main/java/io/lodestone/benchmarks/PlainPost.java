package io.lodestone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /v1/deals} asks of PostgreSQL and nothing else: the eight statements of its one transaction, in their
 * order and words as PostgreSQL logged them from the service, prepared, with the values of a deal that the service wrote
 * and new keys. The tables stand in a database of their own, made from the service's own SQL files.
 */
final class PlainPost implements Load.Client {

    static final String DATABASE = "plain";

    /** The claim of the Idempotency-Key, its look-up, the project, the claim of the reference, its look-up. */
    private static final List<String> QUESTIONS = List.of(
            "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
            """
            select body_digest, status, headers, body from idempotency_key
            where organisation = ? and method = ? and path = ? and key = ? and created_at > now() - interval '72 hours'""",
            "select id, country, minerals, reference, stage, version from known_project where id = ?",
            "select 1 from pg_advisory_xact_lock(hashtextextended(?, 1))",
            """
            select id, agency, applied_by, approved_on, changed_at, figures, first_on, imported_acts, imported_head,
                imported_line, instrument, obligor_name, offer, package_id, project_id, proposed_by, reference,
                release_class, signed_on, status, version
            from deal where agency = ? and reference = ? fetch first 1 rows only for no key update""");

    private static final String FACT_COLUMNS =
            "topic, subject, version, id, type, recorded_at, actor, traceparent, data";

    private static final String FACT = """
            with kept as (
                insert into fact (topic, subject, version, id, type, recorded_at, actor, traceparent, data)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning *
            )
            insert into outbox (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload)
            select id, topic, subject, version, type, recorded_at, '/deals', actor, traceparent, data from kept""";

    private static final String KEY_COLUMNS =
            "organisation, method, path, key, body_digest, status, headers, body, created_at";

    private static final String KEY = """
            insert into idempotency_key
                (organisation, method, path, key, body_digest, status, headers, body, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (organisation, method, path, key) do update set body_digest = excluded.body_digest,
                status = excluded.status, headers = excluded.headers, body = excluded.body,
                created_at = excluded.created_at""";

    private static final String DEAL_COLUMNS = "agency, applied_by, approved_on, changed_at, figures, first_on,"
            + " imported_acts, imported_head, imported_line, instrument, obligor_name, offer, package_id, project_id,"
            + " proposed_by, reference, release_class, signed_on, status, version, id";

    private static final String DEAL = "insert into deal (" + DEAL_COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final AtomicLong DRAWN = new AtomicLong();

    private final Connection connection;
    private final Rows rows;
    private final List<PreparedStatement> questions = new ArrayList<>();
    private final PreparedStatement fact;
    private final PreparedStatement key;
    private final PreparedStatement deal;

    PlainPost(Connection connection, Rows rows) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        connection.setAutoCommit(false);
        for (var question : QUESTIONS) {
            questions.add(connection.prepareStatement(question));
        }
        fact = connection.prepareStatement(FACT);
        key = connection.prepareStatement(KEY);
        deal = connection.prepareStatement(DEAL);
    }

    /** The values of one deal that the service wrote, column by column. */
    record Rows(
            List<@Nullable Object> fact,
            List<@Nullable Object> key,
            List<@Nullable Object> deal,
            List<String> projects) {

        /** Of the newest deal in the service's database. */
        static Rows of(Connection deals) throws SQLException {
            return new Rows(
                    row(deals, "select " + FACT_COLUMNS + " from fact where topic = 'lodestone.deals' limit 1"),
                    row(deals, "select " + KEY_COLUMNS + " from idempotency_key where path = '/v1/deals' limit 1"),
                    row(deals, "select " + DEAL_COLUMNS + " from deal limit 1"),
                    projects(deals));
        }

        private static List<@Nullable Object> row(Connection deals, String query) throws SQLException {
            try (var select = deals.createStatement();
                    var row = select.executeQuery(query)) {
                if (!row.next()) {
                    throw new IllegalStateException("No row: " + query);
                }
                var values = new ArrayList<@Nullable Object>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(row.getObject(i));
                }
                return values;
            }
        }

        private static List<String> projects(Connection deals) throws SQLException {
            try (var select = deals.createStatement();
                    var row = select.executeQuery("select id from known_project")) {
                var ids = new ArrayList<String>();
                while (row.next()) {
                    ids.add(row.getString(1));
                }
                return ids;
            }
        }
    }

    /** Makes the database and its tables, and the projects in them. */
    static void prepare(BenchPlatform platform, Rows rows) throws SQLException, IOException {
        platform.postgres().createDatabase(DATABASE, DATABASE);
        try (var connection = platform.connect(DATABASE);
                var statement = connection.createStatement()) {
            for (var folder : List.of(
                    "services/chassis/src/main/resources/db/chassis",
                    "services/deals/src/main/resources/db/migration")) {
                for (var file : sqlFiles(platform.root().resolve(folder))) {
                    statement.execute(Files.readString(file));
                }
            }
            try (var insert = connection.prepareStatement("""
                    insert into known_project (id, version, reference, country, minerals, stage)
                    values (?, 1, 'BENCH', 'CL', ',LITHIUM,', 'FINANCING')""")) {
                for (var project : rows.projects()) {
                    insert.setObject(1, UUID.fromString(project));
                    insert.executeUpdate();
                }
            }
        }
    }

    private static List<Path> sqlFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void act() throws SQLException {
        long number = DRAWN.incrementAndGet();
        var reference = "PLAIN-" + number;
        var name = UUID.randomUUID().toString();
        var id = UUID.randomUUID();
        ask(0, "Scope[organisation=DFC, method=POST, path=/v1/deals, key=" + name + "]");
        ask(1, "DFC", "POST", "/v1/deals", name);
        ask(2, UUID.fromString(rows.projects().get((int)
                (number % rows.projects().size()))));
        ask(3, "DFC/" + reference);
        ask(4, "DFC", reference);
        insert(fact, rows.fact(), 2, id, 4, UUID.randomUUID());
        insert(key, rows.key(), 4, name, 4, name);
        insert(deal, rows.deal(), 16, reference, 21, id);
        connection.commit();
    }

    private void ask(int which, Object... values) throws SQLException {
        var question = questions.get(which);
        for (int i = 0; i < values.length; i++) {
            question.setObject(i + 1, values[i]);
        }
        try (var row = question.executeQuery()) {
            while (row.next()) {
                row.getObject(1);
            }
        }
    }

    private static void insert(
            PreparedStatement insert, List<@Nullable Object> row, int first, Object one, int second, Object two)
            throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            insert.setObject(i + 1, row.get(i));
        }
        insert.setObject(first, one);
        insert.setObject(second, two);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
