package io.lodestone.query.view;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.contracts.limits.LimitEvent.LIMITS;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller read what it wrote: a {@code Consistency-Token} names the facts of a command, and the answer waits for
 * them as long as {@code Prefer: wait=<seconds>} says. Facts of topics that no answer depends on are never waited
 * for.
 */
@ApplicationScoped
public class Consistency {

    private static final Set<String> HEARD = Set.of(DEALS.name(), PROJECTS.name(), LIMITS.name());
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?(?=$|[,;\\s])");
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final int FACTS_MAX = 20;

    private final DataSource database;
    private final Clock clock;
    private final CaughtUp caughtUp;
    private final Duration waitMax;
    private final Semaphore waiters;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Consistency(DataSource database, Clock clock, CaughtUp caughtUp, QueryConfig config) {
        this.database = database;
        this.clock = clock;
        this.caughtUp = caughtUp;
        this.waitMax = config.reads().waitMax();
        this.waiters = new Semaphore(config.reads().waitersMax());
    }

    /** A fact that must be in the answer. */
    private record Wanted(String topic, UUID subject, long version) {

        @Override
        public String toString() {
            return topic + ":" + subject + ":" + version;
        }
    }

    /**
     * @throws ProblemException 400 for a token that no command gave out, 409 when its facts are not here in time
     */
    public void await(@Nullable String token, @Nullable String prefer) {
        var wanted = token == null ? List.<Wanted>of() : parse(token);
        if (wanted.isEmpty() || missing(wanted).isEmpty()) {
            return;
        }
        boolean mayWait = waiters.tryAcquire();
        try {
            var left = waited(wanted, mayWait ? wait(prefer) : Duration.ZERO);
            if (!left.isEmpty()) {
                throw notYet(left);
            }
        } finally {
            if (mayWait) {
                waiters.release();
            }
        }
    }

    private List<Wanted> waited(List<Wanted> wanted, Duration atMost) {
        var until = clock.instant().plus(atMost);
        var left = missing(wanted);
        while (!left.isEmpty() && clock.instant().isBefore(until)) {
            if (stopsSoon()) {
                return left;
            }
            left = missing(left);
        }
        return left;
    }

    /** Waits a moment. True when the service is about to stop and nobody should wait any longer. */
    private boolean stopsSoon() {
        try {
            return stopping.await(LOOK_EVERY.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private List<Wanted> missing(List<Wanted> wanted) {
        return wanted.stream().filter(fact -> !isHere(fact)).toList();
    }

    private boolean isHere(Wanted fact) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select version from feed_subject where topic = ? and subject = ?")) {
            select.setString(1, fact.topic());
            select.setObject(2, fact.subject());
            try (var row = select.executeQuery()) {
                return row.next() && row.getLong(1) >= fact.version();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not see what was heard", e);
        }
    }

    private Duration wait(@Nullable String prefer) {
        var wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return Duration.ZERO;
        }
        var asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(waitMax) < 0 ? asked : waitMax;
    }

    private ProblemException notYet(List<Wanted> left) {
        var problem = Problem.of(
                        409,
                        "not-yet-visible",
                        "What that command recorded is not here yet. Ask again, or send Prefer: wait=<seconds>, at most "
                                + waitMax.toSeconds() + ".")
                .with("missing", left.stream().map(Wanted::toString).toList());
        var age = caughtUp.ageMillis();
        return new ProblemException(age == null ? problem : problem.with("ageMillis", age));
    }

    private static List<Wanted> parse(String token) {
        var parts = Arrays.stream(token.split(",", -1)).map(String::strip).toList();
        if (parts.size() > FACTS_MAX) {
            throw malformed();
        }
        return parts.stream()
                .map(Consistency::fact)
                .filter(fact -> HEARD.contains(fact.topic()))
                .toList();
    }

    private static Wanted fact(String part) {
        var pieces = part.split(":", -1);
        try {
            if (pieces.length == 3) {
                return new Wanted(pieces[0], UUID.fromString(pieces[1]), Long.parseLong(pieces[2]));
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static ProblemException malformed() {
        return new ProblemException(Problem.of(
                        400,
                        "malformed",
                        "Consistency-Token must be what a command answered, for example lodestone.deals:<id>:<version>.")
                .violation("Consistency-Token", "is not a token that a command gives out"));
    }
}
