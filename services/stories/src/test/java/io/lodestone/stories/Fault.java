package io.lodestone.stories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Something that happens to processes of the platform. */
sealed interface Fault {

    List<String> VICTIMS = List.of("deals", "projects", "stockpiles", "notifications", "query", "kafka", "postgres");

    /** Kafka's session, the relay's silence: whoever sleeps longer than these 10 s is overtaken. */
    Duration LONGER_THAN_A_LEAD = Duration.ofSeconds(16);

    /** SIGKILL by its name in the platform, and started again after a while. */
    record Kill(String victim, Duration away) implements Fault {}

    /** SIGSTOP, and SIGCONT after a while. */
    record Pause(String victim, Duration still) implements Fault {}

    /** The broker is killed and stays away, while every command is to be answered. */
    record Outage(Duration away) implements Fault {}

    /** A second deals service comes beside the first; the first, which leads, sleeps, is overtaken and wakes up. */
    record Overtaking(Duration still) implements Fault {}

    /**
     * @param quiet before it, from the end of the one before
     * @param fault what happens
     */
    record Next(Duration quiet, Fault fault) {}

    /** The two that every run has, before those of chance. */
    static List<Next> promised(Duration outage) {
        return List.of(
                new Next(Duration.ofSeconds(2), new Outage(outage)),
                new Next(Duration.ofSeconds(1), new Overtaking(LONGER_THAN_A_LEAD)));
    }

    /**
     * Faults in an order of chance: each victim is killed and paused once before one has its second turn, and each round
     * ends with the promised ones. As many as asked for; a run takes what its time allows.
     */
    static List<Next> schedule(long seed, int count, Duration outage) {
        var random = new Random(seed);
        var faults = new ArrayList<Next>();
        while (faults.size() < count) {
            for (var fault : round(random)) {
                faults.add(new Next(Duration.ofMillis(random.nextInt(500, 2_000)), fault));
            }
            faults.add(new Next(Duration.ofSeconds(10), new Outage(outage)));
            faults.add(new Next(Duration.ofSeconds(1), new Overtaking(LONGER_THAN_A_LEAD)));
        }
        return faults.subList(0, count);
    }

    /** A kill, a pause, a kill and so on, those of broker and database among the first; most pauses are short. */
    private static List<Fault> round(Random random) {
        var killed = new ArrayList<>(VICTIMS);
        var paused = new ArrayList<>(VICTIMS);
        Collections.shuffle(killed, random);
        Collections.shuffle(paused, random);
        putForward(killed, "postgres", random.nextInt(3));
        putForward(killed, "kafka", random.nextInt(3));
        var round = new ArrayList<Fault>();
        for (int i = 0; i < VICTIMS.size(); i++) {
            round.add(new Kill(killed.get(i), Duration.ofMillis(random.nextInt(100, 1_500))));
            round.add(new Pause(paused.get(i), Duration.ofMillis(random.nextInt(1_000, random.nextInt(2_000, 8_000)))));
        }
        return round;
    }

    private static void putForward(List<String> victims, String victim, int place) {
        victims.remove(victim);
        victims.add(place, victim);
    }
}
