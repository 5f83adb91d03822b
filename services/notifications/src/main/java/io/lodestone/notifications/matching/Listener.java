package io.lodestone.notifications.matching;

import io.lodestone.notifications.subscription.Audience;
import io.lodestone.notifications.subscription.Filter;
import java.util.UUID;

/** An active subscription, ready to be held against facts. */
record Listener(UUID subscription, Filter filter, Audience audience) {

    boolean wants(HeardFact fact) {
        return audience.mayHear(fact.releaseClass(), fact.owner()) && filter.matches(fact.attributes());
    }
}
