package io.lodestone.chassis.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: by one key, ids break ties, so that it has no two equal rows and stays as it is under inserts. A
 * cursor holds the order's name with the key and id of the last row.
 */
final class Order<E> {

    private static final char SEPARATOR = '\u001f';

    private final Listing<E, ?> listing;
    private final @Nullable SortKey<E> key;
    private final boolean descending;

    private Order(Listing<E, ?> listing, @Nullable SortKey<E> key, boolean descending) {
        this.listing = listing;
        this.key = key;
        this.descending = descending;
    }

    /** @param sort {@code field} or {@code -field}; by id when null. @throws ProblemException 400 for another field */
    static <E> Order<E> of(Listing<E, ?> listing, @Nullable String sort) {
        if (sort == null) {
            return new Order<>(listing, null, false);
        }
        boolean descending = sort.startsWith("-");
        var field = descending ? sort.substring(1) : sort;
        if (field.equals("id")) {
            return new Order<>(listing, null, descending);
        }
        for (var key : listing.keys()) {
            if (key.field().equals(field)) {
                return new Order<>(listing, key, descending);
            }
        }
        throw unknown(listing);
    }

    private static ProblemException unknown(Listing<?, ?> listing) {
        var allowed = Stream.concat(Stream.of("id"), listing.keys().stream().map(SortKey::field))
                .sorted()
                .toList();
        var message = "must be one of " + allowed + ", after a - for the reverse";
        return new ProblemException(Problem.of(400, "malformed", "sort " + message)
                .violation("sort", message)
                .with("allowed", allowed));
    }

    /** @param after a cursor that this order gave out. @throws ProblemException 400 for any other */
    Slice slice(@Nullable String after, int rows) {
        var direction = descending ? " desc" : "";
        var orderBy = (key == null ? "" : key.field() + direction + ", ") + "id" + direction;
        if (after == null) {
            return new Slice("1 = 1", Map.of(), orderBy, rows);
        }
        var parts = parts(after);
        var beyond = descending ? " < " : " > ";
        var values = new HashMap<String, Object>();
        try {
            values.put("afterId", UUID.fromString(parts[2]));
            if (key == null) {
                return new Slice("id" + beyond + ":afterId", values, orderBy, rows);
            }
            values.put("afterKey", key.read().apply(parts[1]));
        } catch (RuntimeException e) {
            throw PageRequest.notACursor();
        }
        var field = key.field();
        var from = field + (descending ? " <= " : " >= ") + ":afterKey"; // alone it lets an index find the place
        return new Slice(
                "(" + from + " and (" + field + beyond + ":afterKey or id" + beyond + ":afterId))",
                values,
                orderBy,
                rows);
    }

    String cursor(E last) {
        var value = key == null ? "" : key.of().apply(last).toString();
        var text = name() + SEPARATOR + value + SEPARATOR + listing.id().apply(last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private String[] parts(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(String.valueOf(SEPARATOR), -1);
            if (parts.length == 3 && parts[0].equals(name())) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // told below, with what is no cursor of this order
        }
        throw PageRequest.notACursor();
    }

    private String name() {
        return (descending ? "-" : "") + (key == null ? "id" : key.field());
    }
}
