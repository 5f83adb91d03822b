package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts as they were once written can be read today, and mean the same. */
class GoldenTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static final ObjectMapper TOLERANT =
            PublishedLanguage.JSON.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final Golden GOLDEN = new Golden(PublishedLanguage.HOME.resolve("golden"));

    /** Before anything is read; adds what is missing and never touches what is there. */
    @BeforeAll
    static void writeWhatIsMissing() throws IOException {
        if (PublishedLanguage.writing()) {
            for (var fact : PublishedLanguage.facts().toList()) {
                var complete = Samples.cloudEvent(fact);
                GOLDEN.add(fact.path() + "/0001-every-field.json", Committed.pretty(complete));
                var least = complete.deepCopy();
                least.set("data", Data.required(complete.path("data"), schema(fact)));
                if (!least.equals(complete)) {
                    GOLDEN.add(fact.path() + "/0002-required-fields-only.json", Committed.pretty(least));
                }
            }
            GOLDEN.indexWhatIsNew();
        }
    }

    static List<String> files() throws IOException {
        return GOLDEN.files();
    }

    @Test
    void noGoldenEventWasEditedOrDeleted() throws IOException {
        assertThat(GOLDEN.complaints()).isEmpty();
    }

    @Test
    void everyFactHasAGoldenEventAndASecondOneWithoutItsOptionalFields() throws IOException {
        for (var fact : PublishedLanguage.facts().toList()) {
            var ofFact = new ArrayList<JsonNode>();
            for (var file : files()) {
                if (file.startsWith(fact.path() + "/")) {
                    ofFact.add(GOLDEN.read(file).path("data"));
                }
            }
            assertThat(ofFact).as(fact.type()).isNotEmpty();
            var least = Data.required(Samples.cloudEvent(fact).path("data"), schema(fact));
            if (!least.equals(Samples.cloudEvent(fact).path("data"))) {
                assertThat(ofFact)
                        .as("with and without optional fields: " + fact.type())
                        .hasSizeGreaterThan(1)
                        .anyMatch(data -> data.equals(Data.required(data, schema(fact))))
                        .anyMatch(data -> !data.equals(Data.required(data, schema(fact))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void itIsACompleteCloudEventThatTodaysSchemaAccepts(String file) throws IOException {
        var event = GOLDEN.read(file);
        var fact = factOf(event);
        assertThat(file).startsWith(fact.path() + "/").matches(".*/[0-9]{4}-[a-z0-9-]+\\.json");
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "dataschema",
                        "version",
                        "actor",
                        "traceparent",
                        "data");
        assertThat(event.path("dataschema").asText()).isEqualTo(Topic.schemaOf(fact.type()));
        assertThat(SCHEMAS.getSchema(schema(fact)).validate(event.get("data"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void itIsReadAsItsRecordAndWrittenAgainAsItWas(String file) throws IOException {
        var event = GOLDEN.read(file);
        var fact = factOf(event);
        assertThat(written(read(event, fact))).isEqualTo(Data.known(event.path("data"), schema(fact)));
    }

    @Test
    void aFieldThatNobodyKnowsIsSteppedOver() throws IOException {
        for (var fact : PublishedLanguage.facts().toList()) {
            var event = Samples.cloudEvent(fact);
            event.withObject("/data").put("fromALaterBuild", "x");
            assertThat(written(read(event, fact)))
                    .isEqualTo(Samples.cloudEvent(fact).path("data"));
        }
    }

    @Test
    void anEditedADeletedAndAnUnlistedGoldenAreEachToldByName(@TempDir Path folder) throws IOException {
        var golden = new Golden(folder);
        golden.add("deals/a.v1/0001-x.json", "{}\n");
        golden.add("deals/a.v1/0002-y.json", "{}\n");
        golden.indexWhatIsNew();
        assertThat(golden.complaints()).isEmpty();
        Files.writeString(folder.resolve("deals/a.v1/0001-x.json"), "{ }\n");
        Files.delete(folder.resolve("deals/a.v1/0002-y.json"));
        golden.add("deals/a.v1/0003-z.json", "{}\n");
        assertThat(golden.complaints())
                .containsExactlyInAnyOrder(
                        "deals/a.v1/0001-x.json was changed: golden events are never edited; add a new one",
                        "deals/a.v1/0002-y.json was deleted: golden events are never edited; add a new one",
                        "deals/a.v1/0003-z.json is not in INDEX: run mvn -pl contracts test -Dlodestone.write=true");
    }

    @Test
    void writingNeverTouchesAGoldenThatIsThere(@TempDir Path folder) throws IOException {
        var golden = new Golden(folder);
        golden.add("deals/a.v1/0001-x.json", "{}\n");
        golden.indexWhatIsNew();
        golden.add("deals/a.v1/0001-x.json", "{\"other\": 1}\n");
        Files.writeString(folder.resolve("deals/a.v1/0001-x.json"), "{\"by hand\": 1}\n");
        golden.indexWhatIsNew();
        assertThat(golden.complaints()).singleElement().asString().contains("was changed");
        assertThatThrownBy(() -> golden.read("deals/a.v1/0009-none.json")).isInstanceOf(IOException.class);
    }

    private static Fact factOf(JsonNode event) {
        return PublishedLanguage.facts()
                .filter(known -> known.type().equals(event.path("type").asText()))
                .findAny()
                .orElseThrow();
    }

    private static JsonNode schema(Fact fact) {
        return new Schemas().of(fact);
    }

    private static Event read(JsonNode event, Fact fact) throws IOException {
        ObjectNode data = event.path("data").deepCopy();
        data.set("subject", event.path("subject"));
        data.set("version", event.path("version"));
        data.set("at", event.path("time"));
        return TOLERANT.treeToValue(data, fact.record());
    }

    private static JsonNode written(Event fact) {
        ObjectNode data = PublishedLanguage.JSON.valueToTree(fact);
        return data.remove(List.of("subject", "version", "at"));
    }
}
