package io.lodestone.stories;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One client of the load, which gives one command after the other. When there is no answer it rests, goes to the other
 * instance of the service if there is one, and leaves what it was at: it gives nothing more until {@link #beginsAnew}.
 */
final class Client {

    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(1000 * Load.CLIENTS / 48);
    private static final Duration PAUSE_WITHOUT_ANSWER = Duration.ofMillis(700);

    private final Lodestone lodestone;
    private final HttpClient http;
    private final Queue<Command> given;
    private final Random random;
    private final BooleanSupplier stopping;

    private boolean elsewhere;
    private boolean goesOn = true;

    /** @param given where commands are noted */
    Client(Lodestone lodestone, HttpClient http, Queue<Command> given, Random random, BooleanSupplier stopping) {
        this.lodestone = lodestone;
        this.http = http;
        this.given = given;
        this.random = random;
        this.stopping = stopping;
    }

    void beginsAnew() {
        goesOn = !stopping.getAsBoolean();
    }

    /** Gives a command unless an earlier one had no answer; now and then twice, as who did not see the answer. */
    void give(Command command) throws InterruptedException {
        if (!goesOn) {
            return;
        }
        long begin = System.nanoTime();
        var answer = command.send(http, lodestone, elsewhere);
        given.add(command);
        if (answer.done() && random.nextInt(20) == 0) {
            command.send(http, lodestone, elsewhere);
        }
        goesOn = !answer.unknown() && !stopping.getAsBoolean();
        long rest = BETWEEN_COMMANDS.toNanos() - (System.nanoTime() - begin);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, rest));
        if (answer.unknown()) {
            elsewhere = !elsewhere;
            TimeUnit.NANOSECONDS.sleep(PAUSE_WITHOUT_ANSWER.toNanos());
        }
    }
}
