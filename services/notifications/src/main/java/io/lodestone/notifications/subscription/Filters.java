package io.lodestone.notifications.subscription;

import java.util.List;
import java.util.Map;

/**
 * A subscription's filters as their owner wrote them. All must match; none at all lets everything through.
 *
 * @param all one dialect each, see {@link Filter}
 */
public record Filters(List<Map<String, Object>> all) {

    /** @throws io.lodestone.contracts.InvalidValue when one is not a filter; names the place */
    public Filters {
        all = List.copyOf(all);
        FilterReader.read(all);
    }

    public Filter filter() {
        return FilterReader.read(all);
    }
}
