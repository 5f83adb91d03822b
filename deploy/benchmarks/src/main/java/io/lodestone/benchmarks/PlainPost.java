package io.lodestone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /v1/deals} asks of PostgreSQL and nothing else: the eight statements of its one transaction, in their
 * order as PostgreSQL logged them from the service, prepared, with the values of a deal that the service wrote and new
 * keys. The tables stand in a database of their own, made from the service's own SQL files.
 */
final class PlainPost implements Load.Client {

    static final String DATABASE = "plain";

    /** The claim of the Idempotency-Key, its look-up, the project, the limits, the claim of the reference. */
    private static final List<String> QUESTIONS = List.of(
            "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
            """
            select body_digest, status, headers, body from idempotency_key
            where organisation = ? and method = ? and path = ? and key = ? and created_at > now() - interval '72 hours'""",
            "select * from known_project where id = ?",
            "select limits_shared()",
            "select deal_claim(?, ?)");

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
        deal = connection.prepareStatement(rows.deal().insert("deal"));
    }

    /**
     * A row that the service wrote.
     *
     * @param columns their names, in the table's order
     * @param values  one for each
     */
    record Row(List<String> columns, List<@Nullable Object> values) {

        static Row of(Connection deals, String query) throws SQLException {
            try (var select = deals.createStatement();
                    var row = select.executeQuery(query)) {
                if (!row.next()) {
                    throw new IllegalStateException("No row: " + query);
                }
                var columns = new ArrayList<String>();
                var values = new ArrayList<@Nullable Object>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getMetaData().getColumnName(i));
                    values.add(row.getObject(i));
                }
                return new Row(columns, values);
            }
        }

        String insert(String table) {
            return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }

        /** Counted from one, as JDBC does. */
        int place(String column) {
            return columns.indexOf(column) + 1;
        }
    }

    /** The rows of one deal that the service wrote. */
    record Rows(Row fact, Row key, Row deal, List<String> projects) {

        /** Of the newest deal in the service's database. */
        static Rows of(Connection deals) throws SQLException {
            return new Rows(
                    Row.of(deals, "select " + FACT_COLUMNS + " from fact where topic = 'lodestone.deals' limit 1"),
                    Row.of(deals, "select " + KEY_COLUMNS + " from idempotency_key where path = '/v1/deals' limit 1"),
                    Row.of(deals, "select * from deal limit 1"),
                    projects(deals));
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
        ask(3);
        ask(4, "DFC", reference);
        insert(fact, rows.fact(), "subject", id, "id", UUID.randomUUID());
        insert(key, rows.key(), "path", "/v1/deals", "key", name);
        insert(deal, rows.deal(), "reference", reference, "id", id);
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

    private static void insert(PreparedStatement insert, Row row, String first, Object one, String second, Object two)
            throws SQLException {
        for (int i = 0; i < row.values().size(); i++) {
            insert.setObject(i + 1, row.values().get(i));
        }
        insert.setObject(row.place(first), one);
        insert.setObject(row.place(second), two);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
