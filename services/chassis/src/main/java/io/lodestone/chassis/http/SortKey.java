package io.lodestone.chassis.http;

import java.util.function.Function;

/**
 * A field that a list can be sorted by; it has a value in every row.
 *
 * @param field what callers say, and the name of the column in JPQL
 * @param of    the value of a row
 * @param read  the value from the text that its {@code toString} made
 */
public record SortKey<E>(String field, Function<E, Object> of, Function<String, Object> read) {

    /** By a text. */
    public static <E> SortKey<E> text(String field, Function<E, Object> of) {
        return new SortKey<>(field, of, text -> text);
    }
}
