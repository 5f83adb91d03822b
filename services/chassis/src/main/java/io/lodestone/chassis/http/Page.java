package io.lodestone.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list. {@code next} is the cursor to hand back as {@code after}, null on the last page. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * @param fetched one item more than the limit where there are more
     * @param key     by its text the next page finds where this one ended
     */
    public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<T, ?> key) {
        if (fetched.size() <= request.limit()) {
            return new Page<>(fetched, null);
        }
        var items = fetched.subList(0, request.limit());
        return new Page<>(List.copyOf(items), PageRequest.cursor(key.apply(items.getLast())));
    }

    /** Of a short list that is there whole. @param key says which item it is, and in which order they come */
    public static <T> Page<T> ofAll(List<T> all, PageRequest request, Function<T, String> key) {
        var after = request.afterKey();
        var rest = all.stream()
                .sorted(Comparator.comparing(key))
                .filter(item -> after.isEmpty() || key.apply(item).compareTo(after.get()) > 0)
                .limit(request.limit() + 1L)
                .toList();
        return of(rest, request, key);
    }
}
