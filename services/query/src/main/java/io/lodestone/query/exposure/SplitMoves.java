package io.lodestone.query.exposure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many deals came and went on each day. Deals of one place that are divided over the same minerals and segments are
 * counted together: then each part of theirs tells how many they are, also when only some minerals are asked for.
 */
public final class SplitMoves {

    private final LocalDate after;
    private final Map<Counted, Integer> moves = new HashMap<>();

    /** One part of a deal. */
    public record Part(CountedPlace place, String mineral, String segment) {}

    /** @param presence 1 a deal came into the part on that day, -1 it left */
    public record Step(LocalDate day, Part part, int presence) {}

    /** @param split all parts of the deals that are counted here */
    public record Counted(LocalDate day, Part part, String split) {}

    /** @param after moves up to that day are only looked at, not counted */
    public SplitMoves(LocalDate after) {
        this.after = after;
    }

    /** @param steps of one deal, from its first, in the order of their days */
    public void add(List<Step> steps) {
        var parts = new HashMap<Part, Integer>();
        int at = 0;
        while (at < steps.size()) {
            var day = steps.get(at).day();
            count(day, parts, -1);
            for (; at < steps.size() && steps.get(at).day().equals(day); at++) {
                parts.merge(steps.get(at).part(), steps.get(at).presence(), Integer::sum);
            }
            parts.values().removeIf(presence -> presence == 0);
            count(day, parts, 1);
        }
    }

    /** Those that are not zero. */
    public Map<Counted, Integer> moved() {
        var moved = new HashMap<>(moves);
        moved.values().removeIf(by -> by == 0);
        return moved;
    }

    private void count(LocalDate day, Map<Part, Integer> parts, int by) {
        if (!day.isAfter(after)) {
            return;
        }
        parts.keySet().stream().collect(groupingBy(Part::place)).values().forEach(alike -> {
            var split = alike.stream()
                    .map(part -> part.mineral() + "/" + part.segment())
                    .sorted()
                    .collect(joining(" "));
            alike.forEach(part -> moves.merge(new Counted(day, part, split), by, Integer::sum));
        });
    }
}
