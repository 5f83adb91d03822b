package io.lodestone.local;

import java.nio.file.Path;
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

    Path jar(Path repositoryRoot) {
        return repositoryRoot.resolve("services/" + title() + "/target/quarkus-app/quarkus-run.jar");
    }
}
