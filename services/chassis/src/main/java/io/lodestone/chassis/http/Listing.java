package io.lodestone.chassis.http;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * How a list shows its rows.
 *
 * @param view what callers see of a row; a record
 * @param of   a row as callers see it
 * @param id   breaks ties of every order, and is the usual order itself
 * @param keys what else the list can be sorted by
 * @param also media types that another endpoint answers at the same path, beside those of {@link Lists}
 */
public record Listing<E, V>(
        Class<V> view, Function<E, V> of, Function<E, UUID> id, List<SortKey<E>> keys, List<String> also) {

    public Listing {
        keys = List.copyOf(keys);
        also = List.copyOf(also);
    }

    public Listing(Class<V> view, Function<E, V> of, Function<E, UUID> id, List<SortKey<E>> keys) {
        this(view, of, id, keys, List.of());
    }

    /** Reads one slice of a list. */
    @FunctionalInterface
    public interface Query<E> {
        List<E> find(Slice slice);
    }
}
