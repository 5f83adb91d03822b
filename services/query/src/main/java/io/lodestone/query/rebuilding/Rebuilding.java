package io.lodestone.query.rebuilding;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.time.Ids;
import io.lodestone.query.known.ledger.Frozen;
import io.lodestone.query.known.ledger.Generation;
import io.lodestone.query.known.ledger.NewGenerations;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins rebuilds, one at a time, goes on with those left half made, and decides about them: swap, accept, go back. */
@ApplicationScoped
class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);

    /** Some minutes of tries to drop what is not live. */
    private static final int DROPS_MAX = 300;

    private static final Duration BETWEEN_DROPS = Duration.ofSeconds(1);

    /** The first one counts. */
    private static final int ATTEMPTS_MAX = 3;

    private final Sessions sessions;
    private final Rebuilds rebuilds;
    private final NewGenerations generations;
    private final TopicsAgain topics;
    private final Swaps swaps;
    private final Ids ids;

    Rebuilding(
            Sessions sessions,
            Rebuilds rebuilds,
            NewGenerations generations,
            TopicsAgain topics,
            Swaps swaps,
            Ids ids) {
        this.sessions = sessions;
        this.rebuilds = rebuilds;
        this.generations = generations;
        this.topics = topics;
        this.swaps = swaps;
        this.ids = ids;
    }

    /**
     * Goes on with what nobody works on any longer: the service that made it was killed, or lost its database. Not for
     * ever, for the rebuild may be what killed it.
     */
    void goOn() {
        if (sessions.commit(rebuilds::isRunning)) {
            sessions.claim().ifPresent(this::goOn);
        }
    }

    private void goOn(Connection claim) {
        run(claim, connection -> {
            var left = rebuilds.goOn(connection, ATTEMPTS_MAX);
            if (left.isEmpty()) {
                rebuilds.interrupt(connection);
            }
            return left;
        });
    }

    /** @throws ProblemException 409 while another one runs */
    RebuildView begin(String by) {
        var claim = sessions.claim()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        409,
                        "rebuild-running",
                        "A rebuild is under way. See GET /v1/read-models/rebuilds, and wait for it.")));
        var id = ids.next();
        run(claim, connection -> {
            rebuilds.interrupt(connection);
            rebuilds.begin(connection, id, by);
            return Optional.of(id);
        });
        return find(id);
    }

    /** Whoever has the claim hands it over; it is released when the rebuild has ended, or when there is none to make. */
    private void run(Connection claim, Sessions.Work<Optional<UUID>> choosing) {
        chosen(claim, choosing).ifPresentOrElse(id -> make(id, claim), () -> sessions.release(claim));
    }

    private Optional<UUID> chosen(Connection claim, Sessions.Work<Optional<UUID>> choosing) {
        try {
            return sessions.commit(choosing);
        } catch (RuntimeException e) {
            sessions.release(claim);
            throw e;
        }
    }

    private void make(UUID id, Connection claim) {
        Thread.ofPlatform().daemon().name("rebuild").start(() -> {
            try {
                make(id);
            } finally {
                sessions.release(claim);
            }
        });
    }

    /** @throws ProblemException 409 when there is no difference to accept */
    RebuildView accept(UUID id, String by, String reason) {
        return sessions.commitWithFacts(connection -> {
            var generation = rebuilds.generation(connection, id, "DIFFERENT", false)
                    .orElseThrow(() -> notNow("Only a rebuild that is DIFFERENT can be accepted."));
            mustStandBy(connection, generation);
            generations.bringUpToDate(connection, generation);
            var former = generations.makeLive(connection, generation);
            rebuilds.former(connection, id, former);
            swaps.accepted(id, generation, former, new Swaps.Decision(by, reason));
            rebuilds.decided(connection, id, "SWAPPED", by, reason);
            return rebuilds.find(connection, id).orElseThrow();
        });
    }

    /** @throws ProblemException 409 when the generation before it is gone */
    RebuildView rollBack(UUID id, String by, String reason) {
        return sessions.commitWithFacts(connection -> {
            var former = rebuilds.generation(connection, id, "SWAPPED", true)
                    .orElseThrow(() -> notNow("Only a rebuild that is SWAPPED can be gone back from."));
            mustStandBy(connection, former);
            generations.bringUpToDate(connection, former);
            var left = generations.makeLive(connection, former);
            swaps.rolledBack(id, former, left, new Swaps.Decision(by, reason));
            rebuilds.decided(connection, id, "ROLLED_BACK", by, reason);
            return rebuilds.find(connection, id).orElseThrow();
        });
    }

    RebuildView find(UUID id) {
        return sessions.commit(connection -> rebuilds.find(connection, id))
                .orElseThrow(() -> new ProblemException(Problem.of(404, "not-found", "There is no such rebuild.")));
    }

    List<RebuildView> newest() {
        return sessions.commit(rebuilds::newest);
    }

    /** From its beginning, or behind what is done of it. Never throws: how it ended stands in its row. */
    void make(UUID id) {
        try {
            var frozen = sessions.commit(connection -> left(connection, id)).orElseGet(() -> beginning(id));
            var clearing = clearingAway(id, frozen.generation());
            try (var reading = topics.open()) {
                sessions.inSteps(facts -> sessions.inSteps(entries -> {
                    var connections = new Fold.Connections(facts, entries);
                    new Fold(reading, generations, connections, frozen, Steps.of(facts, id, frozen.generation())).run();
                    return id;
                }));
            }
            Awaiting.await(clearing);
            swapIfEqual(id, frozen.generation());
        } catch (SQLException | RuntimeException e) {
            LOG.error("a rebuild failed; the live read model is untouched", e);
            fail(id, e);
        }
    }

    private Optional<Frozen> left(Connection connection, UUID id) throws SQLException {
        var left = HalfMade.of(connection, id);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        LOG.infof("rebuild %s goes on with what is there of it", id);
        return Optional.of(
                generations.goOn(connection, left.get().generation(), left.get().positions()));
    }

    private Frozen beginning(UUID id) {
        return sessions.commit(connection -> {
            var frozen = generations.begin(connection);
            rebuilds.frozen(connection, id, frozen.generation(), frozen.positions(), Fold.toHear(frozen));
            return frozen;
        });
    }

    private void swapIfEqual(UUID id, Generation generation) {
        sessions.commitWithFacts(connection -> {
            generations.bringUpToDate(connection, generation);
            if (!rebuilds.isRunning(connection, id)) {
                return id; // somebody who was believed dead has swapped it in
            }
            var differences = generations.compare(connection, generation);
            if (differences.none()) {
                var former = generations.makeLive(connection, generation);
                rebuilds.former(connection, id, former);
                swaps.equal(id, generation, former);
            }
            rebuilds.end(connection, id, differences.none() ? "SWAPPED" : "DIFFERENT", differences, null);
            return id;
        });
    }

    /** Beside the reading, which need not wait for it. */
    private Future<?> clearingAway(UUID id, Generation kept) {
        var clearing = new FutureTask<@Nullable Void>(() -> clearAway(id, kept), null);
        Thread.ofPlatform().daemon().name("rebuild-clears").start(clearing);
        return clearing;
    }

    /** A reconciliation reads the tables at length: it is waited for, but not for ever. */
    private void clearAway(UUID id, Generation kept) {
        for (int tried = 0; !isClearedAway(id, kept); tried++) {
            if (tried == DROPS_MAX) {
                throw new IllegalStateException(
                        "somebody has been reading, or tidying up in, an old generation for minutes: see pg_locks");
            }
            LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
        }
    }

    /** When the rebuild has ended meanwhile, what was live then may be what is gone back to now: nothing is dropped. */
    private boolean isClearedAway(UUID id, Generation kept) {
        return sessions.<Boolean>commit(connection -> {
            if (!generations.hold(connection, kept)) {
                return false;
            }
            return !rebuilds.isRunning(connection, id) || generations.dropBefore(connection, kept);
        });
    }

    private void fail(UUID id, Exception cause) {
        try {
            sessions.commit(connection -> {
                rebuilds.end(connection, id, "FAILED", null, cause.toString());
                return id;
            });
        } catch (RuntimeException e) {
            LOG.warnf("the database is away: rebuild %s is gone on with when it is back (%s)", id, e.getMessage());
        }
    }

    private void mustStandBy(Connection connection, Generation generation) throws SQLException {
        if (!generations.lockAndIsThere(connection, generation) || rebuilds.isRunning(connection)) {
            throw notNow("That generation is gone: another rebuild was begun since. Rebuild again.");
        }
    }

    private static ProblemException notNow(String detail) {
        return new ProblemException(Problem.of(409, "rebuild-not-now", detail));
    }
}
