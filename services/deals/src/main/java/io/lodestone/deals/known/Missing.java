package io.lodestone.deals.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Projects that were waited for in vain a moment ago: a file of a thousand lines on one of them waits once. */
@ApplicationScoped
class Missing {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int KEPT_MAX = 1000;

    private final Clock clock;

    private final Map<String, Instant> since = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > KEPT_MAX;
        }
    };

    Missing(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isFresh(String project) {
        var noted = since.get(project);
        return noted != null && noted.plus(FRESH).isAfter(clock.instant());
    }

    synchronized void note(String project) {
        since.put(project, clock.instant());
    }
}
