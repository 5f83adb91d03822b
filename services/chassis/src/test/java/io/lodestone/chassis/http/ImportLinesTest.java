package io.lodestone.chassis.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportLinesTest {

    @Test
    void linesAreCountedFromOneAndBlankOnesSteppedOver() throws IOException {
        var lines = all(ImportLines.ndjson(text("{\"a\":1}\n\n{\"a\":2}")));
        assertThat(lines).extracting(ImportLines.Line::number).containsExactly(1L, 3L);
        assertThat(lines.getLast().content().get("a").asInt()).isEqualTo(2);
    }

    @Test
    void aBadLineLeavesTheOthersReadable() throws IOException {
        var lines = all(ImportLines.ndjson(text("{\"a\":\n{\"a\":2}\n[]\n{\"a\":3} {\"a\":4}")));
        assertThat(lines).hasSize(4);
        for (int bad : List.of(0, 2, 3)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> lines.get(bad).content())
                    .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(400));
        }
        assertThat(lines.get(1).content().get("a").asInt()).isEqualTo(2);
    }

    @Test
    void aLineWithoutEndIsCutAndRefused() throws IOException {
        var endless = "{\"a\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}\n{\"a\":2}";
        var lines = all(ImportLines.ndjson(text(endless)));
        assertThat(lines).hasSize(2);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> lines.getFirst().content());
    }

    @Test
    void aCsvHeaderNamesNestedFieldsAndACellMayBeJson() throws IOException {
        var lines = all(
                ImportLines.csv(
                        text(
                                "reference,obligor.name,obligor.country,sources\nD-1,\"Serra, Verde\",BR,\"[{\"\"url\"\":\"\"https://a.example\"\"}]\"\n")));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().number()).isEqualTo(2);
        assertThat(lines.getFirst().content())
                .hasToString(
                        "{\"reference\":\"D-1\",\"obligor\":{\"name\":\"Serra, Verde\",\"country\":\"BR\"},\"sources\":[{\"url\":\"https://a.example\"}]}");
    }

    private static List<ImportLines.Line> all(ImportLines lines) throws IOException {
        var all = new ArrayList<ImportLines.Line>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    private static InputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }
}
