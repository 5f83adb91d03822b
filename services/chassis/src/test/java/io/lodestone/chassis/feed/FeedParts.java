package io.lodestone.chassis.feed;

import java.util.List;

/** What a consumer is put together from. The defaults are the real ones; each planted bug replaces one of them. */
interface FeedParts {

    default FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
        return new FeedMachine<>(database, new Ledger(database), batch);
    }

    /** The server ends sessions that are silent inside a transaction. */
    default boolean endsIdleTransactions() {
        return true;
    }
}
