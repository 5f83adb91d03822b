package io.lodestone.query.streaming;

import io.lodestone.query.view.Sum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells as somebody was last told of them. */
final class Watched {

    private final Map<Map<String, @Nullable String>, Sum> told = new HashMap<>();

    Watched(List<Sum> cells) {
        cells.forEach(cell -> told.put(cell.labels(), cell));
    }

    /** Those that are not as they were; one that is empty now comes with zeros. */
    List<Sum> changed(List<Sum> cells) {
        var now = new LinkedHashMap<Map<String, @Nullable String>, Sum>();
        told.values().forEach(cell -> now.put(cell.labels(), Sum.nothing(cell.labels(), cell.currency())));
        cells.forEach(cell -> now.put(cell.labels(), cell));
        var changed = new ArrayList<Sum>();
        for (var cell : now.values()) {
            if (!cell.equals(told.get(cell.labels()))) {
                changed.add(cell);
            }
        }
        told.clear();
        cells.forEach(cell -> told.put(cell.labels(), cell));
        changed.sort(Sum.BY_LABELS);
        return changed;
    }
}
