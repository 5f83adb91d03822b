package io.lodestone.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.local.Service;
import io.lodestone.local.Trouble;
import io.lodestone.local.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The query service of a bench: what it has heard, what its cells come to, and its rebuilds. */
final class ReadModel implements AutoCloseable {

    private static final Duration HEARD_WITHIN = Duration.ofMinutes(15);
    private static final Duration REBUILT_WITHIN = Duration.ofMinutes(10);

    /** Who looks oftener takes a noticeable part of the processor from what he measures. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI service;
    private final String operator;
    private final String analyst;
    private final TopicChecker topics;
    private final Connection database;

    ReadModel(BenchPlatform platform) throws SQLException {
        service = platform.address(Service.QUERY);
        operator = platform.token(Map.of("sub", "bench", "groups", List.of("operator")));
        analyst = platform.token(Map.of("sub", "bench", "groups", List.of("analyst")));
        topics = new TopicChecker(platform.bootstrapServers());
        database = platform.connect("query");
    }

    URI service() {
        return service;
    }

    /** Waits until it has heard all that is on the topics. */
    void awaitHeard() {
        long end = topics.ends(Loans.TOPICS).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Waiting.until("all facts to be heard", HEARD_WITHIN, () -> heard() >= end);
    }

    /** Waits until all days in the past are kept, which happens behind what is heard. */
    void awaitDays() {
        Waiting.until(
                "days in the past to be kept",
                HEARD_WITHIN,
                () -> number("select count(*) from exposure_days_kept natural join live_generation"
                                + " where through >= current_date - 1")
                        == 1);
    }

    private long heard() {
        return number("select coalesce(sum(next_offset), 0) from feed_offset"
                + " where topic in ('lodestone.deals', 'lodestone.projects')");
    }

    /** Compares how many facts of deals it keeps with how many were told. */
    Verdict check(long told) {
        long kept = number("select count(*) from deal_fact");
        return new Verdict(told, Math.max(0, told - kept), Math.max(0, kept - told), 0);
    }

    /** What the cells come to, by the dimensions that a counterpart has too. */
    List<String> sums() throws SQLException {
        return sums(database, "exposure_cell");
    }

    static List<String> sums(Connection database, String table) throws SQLException {
        var sql = "select agency, mineral, segment, country, status, currency, sum(pipeline),"
                + " sum(authorized_unsigned), sum(undrawn), sum(outstanding), sum(presence) from " + table
                + " where presence <> 0 group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6";
        var sums = new ArrayList<String>();
        try (var select = database.prepareStatement(sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var sum = new StringBuilder();
                for (int i = 1; i <= 6; i++) {
                    sum.append(rows.getString(i)).append(' ');
                }
                for (int i = 7; i <= 11; i++) {
                    sum.append(rows.getBigDecimal(i).stripTrailingZeros().toPlainString())
                            .append(' ');
                }
                sums.add(sum.toString());
            }
        }
        return sums;
    }

    /** Begins a rebuild. @return its id */
    String beginRebuild() throws IOException {
        var begun = send("POST", "/v1/read-models/rebuilds");
        if (begun.path("id").isMissingNode()) {
            throw new IOException("No rebuild: " + begun);
        }
        return begun.path("id").asText();
    }

    boolean isRunning(String rebuild) throws IOException {
        return status(rebuild).equals("RUNNING");
    }

    /** Waits until it is over. It must have been swapped in. */
    void awaitSwapped(String rebuild) throws IOException {
        Waiting.until("the rebuild to end", REBUILT_WITHIN, BETWEEN_LOOKS, () -> {
            try {
                return !isRunning(rebuild);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        if (!status(rebuild).equals("SWAPPED")) {
            throw new Trouble("The rebuild was not swapped in: " + send("GET", "/v1/read-models/rebuilds/" + rebuild));
        }
    }

    private String status(String rebuild) throws IOException {
        return send("GET", "/v1/read-models/rebuilds/" + rebuild).path("status").asText();
    }

    private JsonNode send(String method, String path) throws IOException {
        try (var connection = new HttpConnection(service)) {
            return JSON.readTree(connection
                    .send(request(method, path, operator, method.equals("POST") ? "Content-Length: 0\r\n" : ""))
                    .body());
        }
    }

    /** A request of an analyst, ready for the wire. */
    byte[] get(String path) {
        return request("GET", path, analyst, "");
    }

    private static byte[] request(String method, String path, String token, String more) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n" + more
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A client that asks what {@code paths} gives, one after the other; each answer must be 200. */
    Load.Client asking(java.util.function.Supplier<String> paths) throws IOException {
        var connection = new HttpConnection(service);
        return new Load.Client() {
            @Override
            public void act() throws IOException {
                var answer = connection.send(get(paths.get()));
                if (answer.status() != 200) {
                    throw new IOException("No answer: " + answer.status() + " " + answer.text());
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private long number(String sql) {
        try (var select = database.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
