package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.FactLog.Sending;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/**
 * What a relay that leads does, one step at a time; no thread, clock or connection of its own, so that a simulator can
 * stop it anywhere. Reads ahead by a few pages while earlier ones wait for their acknowledgement, and stores its progress
 * only behind what is acknowledged: a crash sends at most those pages again.
 */
final class RelayMachine {

    /** Pages sent and not yet acknowledged: enough to keep database and log busy at once. */
    static final int PAGES_IN_FLIGHT_MAX = 3;

    enum Step {
        /** Something was read, sent or stored; there may be more. */
        WORKED,
        /** The log has not acknowledged yet. */
        WAITED,
        /** All that the last look saw is sent and stored. Whoever commits after it wakes the relay. */
        IDLE
    }

    private record InFlight(Sending sending, Progress after) {}

    private final OutboxRows rows;
    private final FactLog log;
    private final Queue<InFlight> inFlight = new ArrayDeque<>(PAGES_IN_FLIGHT_MAX);
    private Progress read;

    RelayMachine(OutboxRows rows, FactLog log) {
        this.rows = rows;
        this.log = log;
        this.read = rows.lead();
    }

    /** @throws OutboxRows.Overtaken when another relay has taken the lead; this machine is of no more use then */
    Step step() {
        if (mayRead() && readOn()) {
            return Step.WORKED;
        }
        return inFlight.isEmpty() ? Step.IDLE : settle();
    }

    /** While pages of a look are left; the next look comes when all is stored, so that small pages cost few statements. */
    private boolean mayRead() {
        return read.upto() == null ? inFlight.isEmpty() : inFlight.size() < PAGES_IN_FLIGHT_MAX;
    }

    /** False when there is nothing to read. */
    private boolean readOn() {
        if (read.upto() == null) {
            var look = rows.look(read.sent());
            if (look.first().isEmpty()) {
                read = Progress.all(look.now());
                return false;
            }
            read = new Progress(read.sent(), look.now(), look.first().getAsLong() - 1);
        }
        var upto = Objects.requireNonNull(read.upto());
        var page = rows.page(read);
        if (page.last()) {
            read = Progress.all(upto);
        } else {
            read = new Progress(read.sent(), upto, page.rows().getLast().seq());
        }
        if (!page.rows().isEmpty()) {
            var facts = page.rows().stream().map(OutboxRows.Row::fact).toList();
            inFlight.add(new InFlight(log.send(facts), read));
        }
        return true;
    }

    private Step settle() {
        if (!inFlight.element().sending().acknowledged()) {
            return Step.WAITED;
        }
        rows.store(inFlight.remove().after());
        return inFlight.isEmpty() && read.upto() == null ? Step.IDLE : Step.WORKED;
    }
}
