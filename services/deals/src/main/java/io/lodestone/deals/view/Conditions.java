package io.lodestone.deals.view;

import io.lodestone.chassis.http.Sight;
import io.lodestone.chassis.http.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows of a list must fulfil, as JPQL; all of it holds at once. */
public final class Conditions {

    private final List<String> where = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Rows that the caller may see; the entity has {@code releaseClass} and {@code agency}. */
    public static Conditions visibleTo(Sight sight) {
        var conditions = new Conditions();
        conditions.where.add("(releaseClass in :classes or agency = :own)");
        conditions.values.put("classes", sight.classes());
        conditions.values.put("own", sight.agency() == null ? "" : sight.agency());
        return conditions;
    }

    /** @param condition names {@code value} as {@code :name}; does not count when the value is null */
    public Conditions and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** With the slice's own condition and order: a query. */
    public String query(Slice slice) {
        return String.join(" and ", where) + " and " + slice.condition() + " order by " + slice.orderBy();
    }

    /** What the query names. */
    public Map<String, Object> values(Slice slice) {
        var all = new HashMap<>(values);
        all.putAll(slice.values());
        return all;
    }
}
