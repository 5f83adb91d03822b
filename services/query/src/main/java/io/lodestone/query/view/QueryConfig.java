package io.lodestone.query.view;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The knobs of reading; defaults and their reasons stand in application.properties. */
@ConfigMapping(prefix = "query")
public interface QueryConfig {

    Freshness freshness();

    Reads reads();

    interface Freshness {
        Duration askEvery();
    }

    interface Reads {
        Duration waitMax();

        int waitersMax();
    }
}
