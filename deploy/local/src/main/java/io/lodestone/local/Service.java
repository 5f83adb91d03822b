package io.lodestone.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The five services, in the order of their ports: base + 1 to base + 5. */
public enum Service {
    DEALS,
    PROJECTS,
    STOCKPILES,
    NOTIFICATIONS,
    QUERY;

    /** As it is called in paths, databases and logs. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int port(int base) {
        return base + 1 + ordinal();
    }

    /**
     * Query is read while it rebuilds: it holds much at a time then, and its readers wait for no collection of all of it.
     * Left to itself, G1 would mark that again and again while it is needed.
     */
    List<String> heap() {
        return this == QUERY
                ? List.of("-Xmx384m", "-XX:+UseG1GC", "-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=60")
                : List.of("-Xmx160m", "-XX:+UseSerialGC");
    }

    Path jar(Path repositoryRoot) {
        return repositoryRoot.resolve("services/" + title() + "/target/quarkus-app/quarkus-run.jar");
    }
}
