package io.lodestone.stories;

import io.lodestone.stories.invariants.Operation;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Clients at all services that take commands, at most 48 a second in all; a client that gets no answer begins something
 * else, and {@link #settle} repeats what has no answer.
 */
final class Load implements AutoCloseable {

    static final int CLIENTS = 4;

    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(40);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    private final Lodestone lodestone;
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private volatile boolean stopping;

    Load(Lodestone lodestone, long seed, Ground ground) {
        this.lodestone = lodestone;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(n -> Thread.ofPlatform().name("client-" + n).start(() -> work(ground, new Random(seed + n))))
                .toList();
    }

    /** Ends the commands in the air, one by one per client. */
    void stop() throws InterruptedException {
        stopping = true;
        for (var client : clients) {
            client.join(Pace.stretched(ENDS_WITHIN));
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a client failed", failures.peek());
        }
    }

    /** Repeats each command without an answer under its key until there is one; gives how many there were. */
    int settle() throws InterruptedException {
        var open = commands.stream().filter(Command::isUnknown).toList();
        long end = System.nanoTime() + Pace.stretched(SETTLES_WITHIN).toNanos();
        for (var command : open) {
            while (command.isStillOpen() && System.nanoTime() < end) {
                if (command.send(http, lodestone, false).unknown()) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        }
        return open.size();
    }

    List<Operation> operations() {
        return commands.stream().map(Command::operation).toList();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        http.close();
    }

    private void work(Ground ground, Random random) {
        try {
            var client = new Client(lodestone, http, commands, random, () -> stopping);
            var agency = random.nextBoolean() ? "EXIM" : "DFC";
            var walks = new Walks(lodestone, client, random, ground, agency);
            while (!stopping) {
                client.beginsAnew();
                walks.one();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failures.add(e);
        }
    }
}
