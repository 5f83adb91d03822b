package io.lodestone.query.rebuilding;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

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
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of facts of deals, as it stands in the data of each of them. A rebuild reads nothing else of the
 * many it reads, field by field, which costs a third of binding them, and what several facts say is one object; a
 * difference from what is followed would be found by the comparison. For one thread.
 */
final class DealData {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Map<String, Measure> RUNGS =
            Arrays.stream(Measure.values()).collect(toMap(Measure::field, identity()));

    /** How the deals service writes an amount that is not there; most are not. */
    private static final char[] NOTHING = "0.00".toCharArray();

    private enum Field {
        EFFECTIVE_ON("effectiveOn"),
        REFERENCE("reference"),
        RELEASE_CLASS("releaseClass"),
        AGENCY("agency"),
        INSTRUMENT("instrument"),
        PROGRAM("program"),
        PROJECT_ID("projectId"),
        PACKAGE_ID("packageId"),
        OBLIGOR("name"),
        OBLIGOR_LEI("lei"),
        STATUS("status"),
        CURRENCY("currency");

        private final String title;

        Field(String title) {
            this.title = title;
        }

        private static Map<String, Field> titled(Field... fields) {
            return Arrays.stream(fields).collect(toMap(field -> field.title, identity()));
        }
    }

    private static final Map<String, Field> OF_DEAL = Field.titled(
            Field.EFFECTIVE_ON,
            Field.REFERENCE,
            Field.RELEASE_CLASS,
            Field.AGENCY,
            Field.INSTRUMENT,
            Field.PROGRAM,
            Field.PROJECT_ID,
            Field.PACKAGE_ID,
            Field.STATUS);
    private static final Map<String, Field> OF_OBLIGOR = Field.titled(Field.OBLIGOR, Field.OBLIGOR_LEI);
    private static final Map<String, Field> OF_FIGURES = Field.titled(Field.CURRENCY);

    private final Map<String, String> known = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();

    /** Of the fact that is read. */
    private final Map<Field, String> texts = new EnumMap<>(Field.class);

    private final Map<Measure, BigDecimal> amounts = new EnumMap<>(Measure.class);

    /** Empty where a feed would have parked it. */
    Optional<DealFact> read(Envelope envelope) {
        texts.clear();
        amounts.clear();
        try (var json = JSON.createParser(envelope.data())) {
            json.nextToken();
            eachField(json, this::take);
            return Optional.of(in(envelope));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Taking {
        void take(String title, JsonParser json) throws IOException;
    }

    private static void eachField(JsonParser json, Taking taking) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var title = json.currentName();
            json.nextToken();
            taking.take(title, json);
            json.skipChildren();
        }
    }

    private void take(String title, JsonParser json) throws IOException {
        switch (title) {
            case "obligor" -> eachField(json, (inner, value) -> takeText(OF_OBLIGOR, inner, value));
            case "figures" -> eachField(json, this::takeOfFigures);
            default -> takeText(OF_DEAL, title, json);
        }
    }

    private void takeOfFigures(String title, JsonParser json) throws IOException {
        var rung = RUNGS.get(title);
        if (rung != null) {
            amounts.put(rung, amount(json));
        } else {
            takeText(OF_FIGURES, title, json);
        }
    }

    private void takeText(Map<String, Field> fields, String title, JsonParser json) throws IOException {
        var field = fields.get(title);
        if (field != null && json.hasToken(JsonToken.VALUE_STRING)) {
            texts.put(field, shared(json.getText()));
        }
    }

    private String shared(String text) {
        var before = known.putIfAbsent(text, text);
        return before == null ? text : before;
    }

    private static BigDecimal amount(JsonParser json) throws IOException {
        var digits = json.getTextCharacters();
        int from = json.getTextOffset();
        int length = json.getTextLength();
        return Arrays.equals(digits, from, from + length, NOTHING, 0, NOTHING.length)
                ? BigDecimal.ZERO
                : new BigDecimal(digits, from, length);
    }

    private DealFact in(Envelope envelope) {
        return new DealFact(
                new Fact(
                        envelope.subject(),
                        envelope.version(),
                        envelope.id(),
                        shared(envelope.type()),
                        days.computeIfAbsent(required(Field.EFFECTIVE_ON), LocalDate::parse),
                        envelope.at()),
                required(Field.REFERENCE),
                required(Field.RELEASE_CLASS),
                new DealDimensions(
                        required(Field.AGENCY),
                        required(Field.INSTRUMENT),
                        texts.get(Field.PROGRAM),
                        id(required(Field.PROJECT_ID)),
                        packageId(),
                        required(Field.OBLIGOR),
                        texts.get(Field.OBLIGOR_LEI),
                        required(Field.STATUS),
                        required(Field.CURRENCY)),
                Measures.each(this::amount));
    }

    private UUID id(String text) {
        return ids.computeIfAbsent(text, UUID::fromString);
    }

    private @Nullable UUID packageId() {
        var id = texts.get(Field.PACKAGE_ID);
        return id == null ? null : id(id);
    }

    private String required(Field field) {
        var text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException(field.title + " is missing");
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
