package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.ParkedRows.Key;
import java.util.List;

/** What a consumer is put together from. The defaults are the real ones; each planted bug replaces one of them. */
interface FeedParts {

    default FeedMachine<Figure> machine(SimulatedFeedDatabase database, List<Message> batch) {
        return new FeedMachine<>(database, new Ledger(database), batch);
    }

    default Redrive<Figure> redrive(SimulatedFeedDatabase database, Key key) {
        return new Redrive<>(database, new Ledger(database), key);
    }

    /** The service is mended at some time, and an operator goes on with what was parked. */
    default boolean mends() {
        return false;
    }

    /** The server ends sessions that are silent inside a transaction. */
    default boolean endsIdleTransactions() {
        return true;
    }
}
