package io.lodestone.query.rebuilding;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.time.Ids;
import io.lodestone.query.known.ledger.Generation;
import io.lodestone.query.known.ledger.NewGenerations;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Begins rebuilds, one at a time, and decides about them: swap, accept, go back. */
@ApplicationScoped
class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);

    /** Some minutes of tries to drop what is not live. */
    private static final int DROPS_MAX = 300;

    private static final Duration BETWEEN_DROPS = Duration.ofSeconds(1);

    /** Beginnings of one rebuild. */
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

    /** What a service that was killed left half made is begun again; not for ever, for it may be what killed it. */
    void start(@Observes StartupEvent event) {
        sessions.claim().ifPresent(claim -> {
            var again = interrupted(claim);
            again.filter(before -> before.attempt() < ATTEMPTS_MAX)
                    .ifPresentOrElse(
                            before -> {
                                var id = run(claim, before.begunBy(), before.attempt() + 1);
                                LOG.infof("rebuild %s begins again what was interrupted, from the first record", id);
                            },
                            () -> sessions.release(claim));
        });
    }

    private Optional<Rebuilds.Interrupted> interrupted(Connection claim) {
        try {
            return sessions.commit(rebuilds::interrupt);
        } catch (RuntimeException e) {
            sessions.release(claim);
            throw e;
        }
    }

    /** @throws ProblemException 409 while another one runs */
    RebuildView begin(String by) {
        var claim = sessions.claim()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        409,
                        "rebuild-running",
                        "A rebuild is under way. See GET /v1/read-models/rebuilds, and wait for it.")));
        return find(run(claim, by, 1));
    }

    /** Whoever has the claim hands it over; it is released when the rebuild has ended. */
    private UUID run(Connection claim, String by, int attempt) {
        var id = ids.next();
        try {
            sessions.commit(connection -> {
                rebuilds.interrupt(connection);
                rebuilds.begin(connection, id, by, attempt);
                return id;
            });
            Thread.ofPlatform().daemon().name("rebuild").start(() -> {
                try {
                    make(id);
                } finally {
                    sessions.release(claim);
                }
            });
            return id;
        } catch (RuntimeException e) {
            sessions.release(claim);
            throw e;
        }
    }

    /** @throws ProblemException 409 when there is no difference to accept */
    RebuildView accept(UUID id, String by, String reason) {
        return sessions.commitWithFacts(connection -> {
            var generation = rebuilds.generation(connection, id, "DIFFERENT", false)
                    .orElseThrow(() -> notNow("Only a rebuild that is DIFFERENT can be accepted."));
            mustBeThere(connection, generation);
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
            mustBeThere(connection, former);
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

    private void make(UUID id) {
        try {
            clearAway();
            var frozen = sessions.commit(generations::begin);
            sessions.commit(connection -> {
                rebuilds.frozen(connection, id, frozen.generation(), frozen.positions(), Fold.toHear(frozen));
                return id;
            });
            try (var reading = topics.open();
                    var connection = sessions.open()) {
                new Fold(reading, generations, connection, frozen, (filled, more) -> rebuilds.heard(filled, id, more))
                        .run();
            }
            sessions.commitWithFacts(connection -> {
                generations.bringUpToDate(connection, frozen.generation());
                var differences = generations.compare(connection, frozen.generation());
                if (differences.none()) {
                    var former = generations.makeLive(connection, frozen.generation());
                    rebuilds.former(connection, id, former);
                    swaps.equal(id, frozen.generation(), former);
                }
                rebuilds.end(connection, id, differences.none() ? "SWAPPED" : "DIFFERENT", differences, null);
                return id;
            });
        } catch (SQLException | RuntimeException e) {
            LOG.error("a rebuild failed; the live read model is untouched", e);
            fail(id, e);
        }
    }

    /** A reconciliation reads the tables at length: it is waited for, but not for ever. */
    private void clearAway() {
        for (int tried = 0; !sessions.<Boolean>commit(generations::dropOthers); tried++) {
            if (tried == DROPS_MAX) {
                throw new IllegalStateException(
                        "somebody has been reading an old generation for minutes: see pg_locks");
            }
            LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
        }
    }

    private void fail(UUID id, Exception cause) {
        sessions.commit(connection -> {
            rebuilds.end(connection, id, "FAILED", null, cause.toString());
            return id;
        });
    }

    private void mustBeThere(Connection connection, Generation generation) throws SQLException {
        if (!generations.isThere(connection, generation)) {
            throw notNow("That generation is gone: another rebuild was begun since. Rebuild again.");
        }
    }

    private static ProblemException notNow(String detail) {
        return new ProblemException(Problem.of(409, "rebuild-not-now", detail));
    }
}
