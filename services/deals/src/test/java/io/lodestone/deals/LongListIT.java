package io.lodestone.deals;

import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A list of many slices, on its way to clients and servers that fail. */
@QuarkusTest
@WithBackbone(service = "deals")
class LongListIT {

    private static final int DEALS = 6_000;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    DataSource database;

    private UUID project;

    /** Copies of one deal; they are nobody's news, and gone after the test. */
    @BeforeEach
    void aLongList() throws SQLException {
        project = project(UUID.randomUUID().toString());
        officer()
                .body(proposal(project, ",\"releaseClass\":\"PARTNER\""))
                .post("/v1/deals")
                .then()
                .statusCode(201);
        sql("""
                insert into deal select (jsonb_populate_record(d, jsonb_build_object(
                    'id', gen_random_uuid(), 'reference', copy, 'offer', jsonb_set(offer, '{reference}', to_jsonb(copy))))).*
                from deal d, (select 'copy-' || gen_random_uuid() as copy from generate_series(2, %d)) copies
                where project_id = '%s'
                """.formatted(DEALS, project));
    }

    @AfterEach
    void gone() throws SQLException {
        sql("delete from deal where reference like 'copy-%' and project_id = '" + project + "'");
    }

    @Test
    @Timeout(120)
    void everyDealIsInItOnceWhateverTheOrder() throws Exception {
        for (var sort : new String[] {"id", "-reference", "agency", "-changedAt"}) {
            assertThat(stream(sort).body().lines().distinct()).as(sort).hasSize(DEALS);
        }
    }

    @Test
    @Timeout(120)
    void aStreamThatFailsDoesNotLookWhole() throws Exception {
        sql("""
                update deal set offer = '[]'
                where id = (select id from deal where project_id = '%s' order by id desc limit 1)
                """.formatted(project));
        // other streams may still be going on: 429 is no answer to this
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> assertThat(stream("id").statusCode()).isEqualTo(200)));
    }

    /** More clients than may stream at one time; who comes while others are not yet known to be gone is told to wait. */
    @Test
    @Timeout(120)
    void whoHangsUpFreesItsPlace() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (var client = new Socket()) {
                client.setReceiveBufferSize(4_096);
                client.setSoTimeout(20_000);
                client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
                client.getOutputStream()
                        .write(("GET /v1/deals?projectId=" + project
                                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                                        + "\r\nAccept: application/x-ndjson\r\n\r\n")
                                .getBytes(US_ASCII));
                assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
                        .isIn("HTTP/1.1 200", "HTTP/1.1 429");
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stream("id").statusCode()).isEqualTo(200));
    }

    private HttpResponse<String> stream(String sort) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + "/v1/deals?fields=id&projectId=" + project + "&sort=" + sort))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/x-ndjson")
                .timeout(Duration.ofSeconds(60))
                .build();
        return CLIENT.send(asked, BodyHandlers.ofString());
    }

    private static String token() {
        return Tokens.of("analyst").subject("carl").build();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
