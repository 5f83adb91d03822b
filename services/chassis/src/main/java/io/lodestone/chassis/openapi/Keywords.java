package io.lodestone.chassis.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Keywords of a schema, as written in the words, put on a schema of the document. */
final class Keywords {

    private static final String DECIMAL = "-?[0-9]{1,30}(\\.[0-9]{1,30})?";

    private Keywords() {}

    static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    static Schema ref(String schema) {
        return OASFactory.createSchema().ref("#/components/schemas/" + schema);
    }

    /** A decimal is a string on the wire (see {@code PlainDecimal}), whatever the scanner makes of BigDecimal. */
    static void decimals(Schema schema) {
        if (schema.getType() != null && schema.getType().contains(SchemaType.NUMBER)) {
            schema.setType(List.of(SchemaType.STRING));
            schema.setPattern("^" + DECIMAL + "$");
        }
    }

    static void put(Schema schema, Map<String, Object> keywords) {
        keywords.forEach((keyword, value) -> put(schema, keyword, value));
    }

    private static void put(Schema schema, String keyword, Object value) {
        switch (keyword) {
            case "description" -> schema.setDescription(String.valueOf(value));
            case "type" -> {
                schema.setRef(null);
                schema.setProperties(null);
                schema.setRequired(null);
                schema.setType(List.of(SchemaType.valueOf(String.valueOf(value).toUpperCase(Locale.ROOT))));
            }
            case "format" -> schema.setFormat(String.valueOf(value));
            case "pattern" -> schema.setPattern(String.valueOf(value));
            case "example" -> schema.setExamples(List.of(value));
            case "minimum" -> schema.setMinimum(new BigDecimal(String.valueOf(value)));
            case "maximum" -> schema.setMaximum(new BigDecimal(String.valueOf(value)));
            case "maxLength" -> schema.setMaxLength((Integer) value);
            case "default" -> schema.setDefaultValue(value);
            case "nullable" -> nullable(schema);
            case "required" -> schema.setRequired(new ArrayList<>(strings(value)));
            default -> throw new IllegalStateException(keyword + " is no keyword that the words may use");
        }
    }

    private static List<String> strings(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private static void nullable(Schema schema) {
        var nothing = OASFactory.createSchema().addType(SchemaType.NULL);
        if (schema.getRef() == null) {
            schema.addType(SchemaType.NULL);
        } else {
            schema.setOneOf(List.of(OASFactory.createSchema().ref(schema.getRef()), nothing));
            schema.setRef(null);
        }
    }
}
