package io.lodestone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one partner reads. A path names fields from the outside in, {@code /obligor/lei}; {@code *} stands for every
 * element of a list, {@code /minerals/*}{@code /code}.
 */
record ConsumerContract(String partner, String contact, String purpose, List<Reads> reads) {

    /** Each of {@code fields} is read in each of {@code types}. */
    record Reads(List<String> types, List<String> fields) {

        Reads {
            types = List.copyOf(types);
            fields = List.copyOf(fields);
        }
    }

    ConsumerContract {
        reads = List.copyOf(reads);
    }

    /**
     * One sentence for each type or field that is not there, naming partner, type and field.
     *
     * @param schemas today's, by type
     */
    List<String> breaches(Map<String, JsonNode> schemas) {
        var breaches = new ArrayList<String>();
        for (var part : reads) {
            for (var type : part.types()) {
                var schema = schemas.get(type);
                if (schema == null) {
                    breaches.add("partner " + partner + " reads the type " + type + ", which is not published");
                    continue;
                }
                for (var field : part.fields()) {
                    if (!has(schema, field)) {
                        breaches.add("partner " + partner + " reads the field " + field + " of " + type
                                + ", which its schema does not have");
                    }
                }
            }
        }
        return breaches;
    }

    private static boolean has(JsonNode schema, String field) {
        if (!field.matches("(/[^/]+)+")) {
            return false;
        }
        var at = schema;
        for (var step : field.substring(1).split("/", -1)) {
            at = step.equals("*") ? at.path("items") : at.path("properties").path(step);
        }
        return !at.isMissingNode();
    }
}
