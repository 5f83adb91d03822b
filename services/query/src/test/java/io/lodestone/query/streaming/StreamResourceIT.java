package io.lodestone.query.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.query.asking.Story;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "query")
class StreamResourceIT {

    private static final int WAIT_MILLIS = 20_000;

    @TestHTTPResource("/")
    URI address;

    @Test
    void aCellThatChangesIsToldAndOneOfARestrictedDealIsNot() throws IOException {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=75 TIN=25", "MINING=100");
        story.deal("EXIM").proposed("2025-03-01", "2025-03-01T08:00:00Z", "1.00");
        story.ask("");

        try (var events = listen(story, Tokens.of("analyst"))) {
            assertThat(next(events)).contains("event: start");
            story.restrictedDeal("DOD").proposed("2025-03-01", "2025-03-01T08:00:00Z", "7.00");
            story.deal("DFC").proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00");

            var told = next(events);

            assertThat(told).contains("event: cell");
            assertThat(told.getLast())
                    .startsWith("data: ")
                    .contains("\"agency\":\"DFC\"")
                    .contains("\"pipeline\":\"100.00\"")
                    .contains("\"currency\":\"USD\"");
        }
    }

    @Test
    void aQuestionThatMakesNoSenseOpensNoStream() {
        var analyst = Tokens.of("analyst");
        assertThat(analyst.request()
                        .accept("*/*")
                        .get("/v1/exposure/stream?by=colour")
                        .statusCode())
                .isEqualTo(400);
        assertThat(analyst.request()
                        .accept("*/*")
                        .get("/v1/exposure/stream?since=yesterday")
                        .statusCode())
                .isEqualTo(400);
        assertThat(analyst.request()
                        .accept("*/*")
                        .get("/v1/exposure/stream?asOf=2025-01-01")
                        .statusCode())
                .isEqualTo(400);
    }

    private BufferedReader listen(Story story, Tokens caller) throws IOException {
        var connection = (HttpURLConnection) address.resolve("/v1/exposure/stream?by=agency&project=" + story.project)
                .toURL()
                .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + caller.build());
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setReadTimeout(WAIT_MILLIS);
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The lines of one event. */
    private static List<String> next(BufferedReader events) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = events.readLine(); line != null && !line.isEmpty(); line = events.readLine()) {
            lines.add(line);
        }
        return lines;
    }
}
