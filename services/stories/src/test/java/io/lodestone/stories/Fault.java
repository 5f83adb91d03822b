package io.lodestone.stories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Something that happens to a process of the platform, by its name there. */
sealed interface Fault {

    List<String> VICTIMS = List.of("deals", "projects", "notifications", "query", "kafka", "postgres");

    String victim();

    /** SIGKILL, and started again after a while. */
    record Kill(String victim, Duration away) implements Fault {}

    /** SIGSTOP, and SIGCONT after a while. */
    record Pause(String victim, Duration still) implements Fault {}

    /**
     * @param quiet before it, from the end of the one before
     * @param fault what happens
     */
    record Next(Duration quiet, Fault fault) {}

    /**
     * Faults in an order of chance: each victim is killed and paused once before one has its second turn. As many as
     * asked for; a run takes what its time allows.
     */
    static List<Next> schedule(long seed, int count) {
        var random = new Random(seed);
        var faults = new ArrayList<Next>();
        while (faults.size() < count) {
            for (var fault : round(random)) {
                faults.add(new Next(Duration.ofMillis(random.nextInt(500, 3_000)), fault));
            }
        }
        return faults.subList(0, count);
    }

    /** A kill, a pause, a kill and so on; most pauses are short. */
    private static List<Fault> round(Random random) {
        var killed = new ArrayList<>(VICTIMS);
        var paused = new ArrayList<>(VICTIMS);
        Collections.shuffle(killed, random);
        Collections.shuffle(paused, random);
        var round = new ArrayList<Fault>();
        for (int i = 0; i < VICTIMS.size(); i++) {
            round.add(new Kill(killed.get(i), Duration.ofMillis(random.nextInt(100, 1_500))));
            round.add(new Pause(paused.get(i), Duration.ofMillis(random.nextInt(1_000, random.nextInt(2_000, 8_000)))));
        }
        return round;
    }
}
