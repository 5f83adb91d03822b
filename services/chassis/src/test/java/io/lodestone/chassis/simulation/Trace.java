package io.lodestone.chassis.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What happened, step by step. Lines are kept only when asked for; the marks are always counted. */
final class Trace {

    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> marks = new TreeMap<>();

    Trace(boolean kept) {
        this.kept = kept;
    }

    void say(long turn, String who, String what, Object... details) {
        if (kept) {
            for (int n = 0; n < details.length; n++) {
                details[n] = details[n] instanceof Supplier<?> detail ? detail.get() : details[n];
            }
            lines.add(String.format(Locale.ROOT, "%6d  %-10s ", turn, who) + String.format(Locale.ROOT, what, details));
        }
    }

    void mark(String what) {
        marks.merge(what, 1, Integer::sum);
    }

    List<String> lines() {
        return lines;
    }

    Map<String, Integer> marks() {
        return marks;
    }
}
