package io.lodestone.query.streaming;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lodestone.chassis.feed.FeedPositions;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.query.view.Answers;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question again whenever something was heard, and tells which cells of the answer changed. So whoever listens
 * sees what it may see by asking, and nothing else.
 */
@ApplicationScoped
class CellStream {

    /** Each holds a thread of the server, which has twenty. */
    private static final int STREAMS_MAX = 8;

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(15);

    /** A client comes back with its token of then; an answer must not outlive a token for long. */
    private static final Duration LIFE_MAX = Duration.ofMinutes(15);

    /** What was recorded before an answer may be heard a little after it: who comes back is told that again. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final OneMoment moment;
    private final Answers answers;
    private final FeedPositions positions;
    private final Clock clock;
    private final Semaphore streams = new Semaphore(STREAMS_MAX);
    private final CountDownLatch stopping = new CountDownLatch(1);

    CellStream(OneMoment moment, Answers answers, FeedPositions positions, Clock clock) {
        this.moment = moment;
        this.answers = answers;
        this.positions = positions;
        this.clock = clock;
    }

    /** Who is told. Throws when nobody listens any more. */
    interface Listener {

        /** @param knownAt who comes back hands it over, and goes on from there */
        void told(Instant knownAt, String event, @Nullable Sum cell) throws IOException;

        void beat() throws IOException;
    }

    private record Seen(List<Sum> cells, Instant knownAt) {}

    /** Takes a place for one stream. @throws ProblemException 503 when there are too many */
    void open() {
        if (!streams.tryAcquire()) {
            throw new ProblemException(Problem.of(
                    503, "try-again", "There are " + STREAMS_MAX + " streams already. Try again, or ask by GET."));
        }
    }

    /** Tells until the stream's life is over, the service stops or nobody listens. @param since null from now on */
    void follow(Question question, @Nullable Instant since, Sight sight, Listener listener) throws IOException {
        try {
            var from = since == null ? question : question.asKnownAt(since.minus(OVERLAP));
            var watched = new Watched(see(from, sight).cells());
            listener.told(since == null ? clock.instant() : since, "start", null);
            var until = clock.instant().plus(LIFE_MAX);
            var beat = clock.instant();
            Map<String, Map<Integer, Long>> heard = Map.of();
            while (clock.instant().isBefore(until) && !stops()) {
                var now = positions.read();
                if (!now.equals(heard)) {
                    heard = now;
                    tell(watched, see(question, sight), listener);
                }
                if (Duration.between(beat, clock.instant()).compareTo(BEAT_EVERY) >= 0) {
                    listener.beat();
                    beat = clock.instant();
                }
            }
        } finally {
            streams.release();
        }
    }

    private static void tell(Watched watched, Seen seen, Listener listener) throws IOException {
        for (var cell : watched.changed(seen.cells())) {
            listener.told(seen.knownAt(), "cell", cell);
        }
    }

    private Seen see(Question question, Sight sight) {
        return moment.read(
                question,
                sight,
                (connection, freshness) ->
                        new Seen(answers.of(connection, question, sight).cells(), freshness.knownAt()));
    }

    private boolean stops() {
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
}
