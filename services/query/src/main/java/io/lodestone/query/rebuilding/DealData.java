package io.lodestone.query.rebuilding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lodestone.chassis.feed.Envelope;
import io.lodestone.query.exposure.DealDimensions;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Fact;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a fact of a deal, as it stands in the data of each of them. A rebuild reads nothing else of
 * the many it reads, field by field, which costs a third of binding them; a difference from what is followed would be
 * found by the comparison.
 */
final class DealData {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Map<String, Measure> RUNGS =
            Arrays.stream(Measure.values()).collect(Collectors.toMap(Measure::field, Function.identity()));

    private static final String DAY = "2025-08-15";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<Measure, BigDecimal> amounts = new EnumMap<>(Measure.class);

    private DealData() {}

    /** Empty where a feed would have parked it. */
    static Optional<DealFact> read(Envelope envelope) {
        try (var json = JSON.createParser(envelope.data())) {
            var data = new DealData();
            json.nextToken();
            eachField(json, data::take);
            return Optional.of(data.in(envelope));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Taking {
        void take(String field, JsonParser json) throws IOException;
    }

    private static void eachField(JsonParser json, Taking taking) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            json.nextToken();
            taking.take(field, json);
            json.skipChildren();
        }
    }

    private void take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "effectiveOn",
                    "reference",
                    "releaseClass",
                    "agency",
                    "instrument",
                    "program",
                    "projectId",
                    "packageId",
                    "status" -> takeText(field, json);
            case "obligor" -> eachField(json, this::takeOfObligor);
            case "figures" -> eachField(json, this::takeOfFigures);
            default -> {} // nothing that the ledger keeps
        }
    }

    private void takeOfObligor(String field, JsonParser json) throws IOException {
        if (field.equals("name") || field.equals("lei")) {
            takeText(field, json);
        }
    }

    private void takeOfFigures(String field, JsonParser json) throws IOException {
        var rung = RUNGS.get(field);
        if (rung != null) {
            amounts.put(rung, new BigDecimal(json.getText()));
        } else if (field.equals("currency")) {
            takeText(field, json);
        }
    }

    private void takeText(String field, JsonParser json) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            texts.put(field, json.getText());
        }
    }

    private DealFact in(Envelope envelope) {
        return new DealFact(
                new Fact(
                        envelope.subject(),
                        envelope.version(),
                        envelope.id(),
                        envelope.type().intern(), // there are few, and many facts in memory
                        day(required("effectiveOn")),
                        envelope.at()),
                required("reference"),
                required("releaseClass"),
                new DealDimensions(
                        required("agency"),
                        required("instrument"),
                        texts.get("program"),
                        UUID.fromString(required("projectId")),
                        packageId(),
                        required("name"),
                        texts.get("lei"),
                        required("status"),
                        required("currency")),
                Measures.each(this::amount));
    }

    /** As {@link LocalDate#parse}, which makes a dozen objects for each. */
    private static LocalDate day(String text) {
        return text.length() == DAY.length()
                ? LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10))
                : LocalDate.parse(text);
    }

    private @Nullable UUID packageId() {
        var id = texts.get("packageId");
        return id == null ? null : UUID.fromString(id);
    }

    private String required(String field) {
        var text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    private BigDecimal amount(Measure measure) {
        var amount = amounts.get(measure);
        if (amount == null) {
            throw new IllegalArgumentException(measure.field() + " is missing");
        }
        return amount;
    }
}
