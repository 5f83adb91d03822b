package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.contracts.SchemaCompatibility.Breach;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCompatibilityTest {

    private static final String TYPE = "io.lodestone.deals.deal-approved.v1";

    private static final String PUBLISHED = """
            {"$id": "urn:x", "type": "object", "required": ["agency", "obligor"],
             "properties": {
               "agency": {"type": "string", "enum": ["DFC", "EXIM"], "maxLength": 10},
               "amount": {"type": "string", "pattern": "^[0-9]+$"},
               "day": {"type": "string", "format": "date"},
               "note": {"type": "string"},
               "years": {"type": "integer", "minimum": 0, "maximum": 30},
               "obligor": {"type": "object", "required": ["name"],
                           "properties": {"name": {"type": "string"}, "lei": {"type": "string"}}},
               "weights": {"type": "array", "items": {"type": "object", "required": ["code"],
                           "properties": {"code": {"type": "string"}, "weight": {"type": "string"}}}}}}
            """;

    /** Each line: what is planted (a path, and the JSON put there, or nothing to remove it), the field and reason told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /properties/amount                                   |                              | /amount          | is removed
            /properties/obligor/properties/lei                   |                              | /obligor/lei     | is removed
            /properties/weights/items/properties/weight          |                              | /weights/*/weight | is removed
            /properties/weights/items                            |                              | /weights/*/code  | is removed
            /properties/amount/type                              | "number"                     | /amount          | type narrowed or changed: from string to number
            /properties/amount/type                              | ["string", "null"]           | /amount          | type narrowed or changed
            /properties/years/type                               | "string"                     | /years           | type narrowed or changed: from integer to string
            /properties/weights/items/properties/code/type       | "integer"                    | /weights/*/code  | type narrowed or changed
            /properties/agency/enum                              | ["DFC"]                      | /agency          | has lost the value EXIM
            /properties/note/enum                                | ["yes"]                      | /note            | only some values are left
            /properties/agency/maxLength                         | 5                            | /agency          | maxLength tightened: from 10 to 5
            /properties/note/maxLength                           | 500                          | /note            | maxLength tightened: from nothing to 500
            /properties/note/minLength                           | 1                            | /note            | minLength tightened
            /properties/years/maximum                            | 20                           | /years           | maximum tightened: from 30 to 20
            /properties/years/minimum                            | 1                            | /years           | minimum tightened
            /properties/amount/pattern                           | "^[1-9]+$"                   | /amount          | pattern changed
            /properties/note/pattern                             | "^x$"                        | /note            | pattern changed: from nothing
            /properties/day/format                               | "date-time"                  | /day             | format changed
            /properties/note/format                              | "uuid"                       | /note            | format changed
            /properties/note/const                               | "x"                          | /note            | const changed
            /properties/note/not                                 | {}                           | /note            | not changed
            /required                                            | ["agency", "note", "obligor"] | /note           | newly required
            /properties/obligor/required                         | ["lei", "name"]              | /obligor/lei     | newly required
            /required                                            | ["agency"]                   | /obligor         | was always there and now is optional
            /properties/obligor/additionalProperties             | false                        | /obligor         | additionalProperties tightened
            """)
    void aBreachIsToldWithItsFieldAndReason(String planted, @Nullable String value, String field, String reason)
            throws JsonProcessingException {
        assertThat(breaches(planted, value)).anySatisfy(breach -> {
            assertThat(breach.type()).isEqualTo(TYPE);
            assertThat(breach.field()).isEqualTo(field);
            assertThat(breach.toString()).contains(TYPE, "field " + field, reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /properties/permit                          | {"type": "string"}
            /properties/obligor/properties/parent       | {"type": "object", "required": ["name"], "properties": {"name": {}}}
            /properties/weights/items/properties/since  | {"type": "string", "format": "date"}
            /properties/agency/enum                     | ["DFC", "EXIM", "IFC"]
            /properties/agency/enum                     |
            /properties/agency/maxLength                | 20
            /properties/agency/maxLength                |
            /properties/years/maximum                   | 40
            /properties/years/minimum                   | -5
            /properties/amount/pattern                  |
            /properties/day/format                      |
            /properties/amount/description              | "in dollars"
            /additionalProperties                       | true
            """)
    void anOptionalFieldALooserConstraintOrAnotherWordIsNoBreach(String changed, @Nullable String value)
            throws JsonProcessingException {
        assertThat(breaches(changed, value)).isEmpty();
    }

    @Test
    void aRenamedFieldIsToldByItsOldNameWithAHint() throws JsonProcessingException {
        ObjectNode current = schema();
        ObjectNode properties = current.withObject("/properties");
        properties.set("remark", properties.remove("note"));
        properties.set("sum", properties.remove("amount"));
        assertThat(SchemaCompatibility.compare(TYPE, schema(), current))
                .extracting(Breach::toString)
                .containsExactly(
                        TYPE + ": field /amount is removed (renamed to sum? to a reader a new name is a loss)",
                        TYPE + ": field /note is removed (renamed to remark? to a reader a new name is a loss)");
    }

    @Test
    void anEqualSchemaHasNoBreach() throws JsonProcessingException {
        assertThat(SchemaCompatibility.compare(TYPE, schema(), schema())).isEmpty();
    }

    @Test
    void aTypeThatIsGoneIsABreach() throws JsonProcessingException {
        assertThat(SchemaCompatibility.compare(TYPE, schema(), null))
                .singleElement()
                .hasToString(TYPE + ": the data is gone: a published type stays");
    }

    private static List<Breach> breaches(String at, @Nullable String value) throws JsonProcessingException {
        ObjectNode current = schema();
        var parent = (ObjectNode) current.at(at.substring(0, at.lastIndexOf('/')));
        var name = at.substring(at.lastIndexOf('/') + 1);
        if (value == null) {
            parent.remove(name);
        } else {
            JsonNode planted = PublishedLanguage.JSON.readTree(value);
            parent.set(name, planted);
        }
        return SchemaCompatibility.compare(TYPE, schema(), current);
    }

    private static ObjectNode schema() throws JsonProcessingException {
        return (ObjectNode) PublishedLanguage.JSON.readTree(PUBLISHED);
    }
}
