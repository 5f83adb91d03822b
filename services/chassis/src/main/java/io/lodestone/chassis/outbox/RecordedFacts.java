package io.lodestone.chassis.outbox;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** The facts recorded so far in the current transaction. */
public final class RecordedFacts {

    private RecordedFacts() {}

    /** The live list of the transaction that is active now. */
    @SuppressWarnings("unchecked")
    public static List<RecordedFact> of(TransactionSynchronizationRegistry transaction) {
        var facts = (List<RecordedFact>) transaction.getResource(RecordedFacts.class);
        if (facts == null) {
            facts = new ArrayList<>();
            transaction.putResource(RecordedFacts.class, facts);
        }
        return facts;
    }
}
