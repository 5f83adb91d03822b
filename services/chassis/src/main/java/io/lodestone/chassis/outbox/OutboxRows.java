package io.lodestone.chassis.outbox;

import java.util.List;
import java.util.OptionalLong;

/**
 * The outbox as the relay that leads sees it. What is new is the difference of two snapshots: rows that one sees and an
 * earlier one did not. A slow transaction with a small sequence number turns up in a later difference, whatever was
 * sent before; a transaction that runs elsewhere holds nothing up.
 */
interface OutboxRows {

    /** Takes the lead from whoever had it, and says where to go on. */
    Progress lead();

    /**
     * What can be seen now, and the smallest sequence number that {@code sent} did not see; empty when there is none.
     *
     * @throws Overtaken when another relay has taken the lead since, or an operator asked to send again
     */
    Look look(Snapshot sent);

    /** Rows that {@code upto} sees and {@code sent} did not, after {@code progress.seq()}, in sequence. */
    Page page(Progress progress);

    /** @throws Overtaken when another relay has taken the lead since */
    void store(Progress progress);

    record Look(Snapshot now, OptionalLong first) {}

    /** @param last true when nothing of this difference is left after these rows */
    record Page(List<Row> rows, boolean last) {}

    record Row(long seq, RecordedFact fact) {}

    /** Another relay leads now; what this one does no longer counts. */
    final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another relay leads now");
        }
    }
}
