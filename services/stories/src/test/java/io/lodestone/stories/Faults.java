package io.lodestone.stories;

import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Evidence.Window;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Does to the platform what a schedule says, one fault after the other, and mends each. */
final class Faults {

    /** Longer than the sleep already was. */
    private static final Duration TAKES_THE_LEAD = Duration.ofSeconds(5);

    private static final Duration BOTH_AWAKE = Duration.ofSeconds(3);

    private final Lodestone lodestone;
    private final Processes processes;
    private final long begin = System.nanoTime();
    private final List<Window> withoutBroker = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    private int kills;
    private int pauses;
    private int overtakings;
    private long mended = begin;

    Faults(Lodestone lodestone) {
        this.lodestone = lodestone;
        this.processes = new Processes(lodestone);
    }

    /** Takes faults from the schedule until {@code length} is over; the last one is mended when this returns. */
    void happen(List<Fault.Next> schedule, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        for (var next : schedule) {
            if (System.nanoTime() + next.quiet().toNanos() > end) {
                return;
            }
            TimeUnit.NANOSECONDS.sleep(next.quiet().toNanos());
            everybodyLives();
            tell(next.fault().toString());
            switch (next.fault()) {
                case Fault.Kill kill -> kill(kill.victim(), kill.away());
                case Fault.Pause pause -> pause(pause);
                case Fault.Outage outage -> outage(outage);
                case Fault.Overtaking overtaking -> overtake(overtaking);
            }
            mended = System.nanoTime();
            tell("mended");
        }
    }

    /** Those after which a relay may send a batch again. */
    int count() {
        return kills + pauses + overtakings;
    }

    /** {@code System.nanoTime} of the end of the last fault. */
    long mended() {
        return mended;
    }

    /** When the broker was away and all else was well. */
    List<Window> withoutBroker() {
        return withoutBroker;
    }

    /** Processes that ended though nobody killed them, and leads that nobody took. */
    List<String> unexpected() {
        everybodyLives();
        return unexpected;
    }

    @Override
    public String toString() {
        return kills + " kills (" + withoutBroker.size() + " outages), " + pauses + " pauses, " + overtakings
                + " overtakings";
    }

    private void kill(String victim, Duration away) throws InterruptedException {
        kills++;
        processes.kill(victim);
        TimeUnit.NANOSECONDS.sleep(away.toNanos());
        lodestone.up();
    }

    private void pause(Fault.Pause pause) throws InterruptedException {
        pauses++;
        processes.stop(pause.victim());
        try {
            TimeUnit.NANOSECONDS.sleep(pause.still().toNanos());
        } finally {
            processes.goOn(pause.victim());
        }
    }

    private void outage(Fault.Outage outage) throws InterruptedException {
        long from = System.nanoTime();
        kill("kafka", outage.away());
        withoutBroker.add(new Window(from, System.nanoTime()));
    }

    private void overtake(Fault.Overtaking overtaking) throws InterruptedException {
        overtakings++;
        lodestone.startBeside(Service.DEALS);
        try (var databases = new Databases(lodestone)) {
            long epoch = epoch(databases);
            processes.stop("deals");
            try {
                TimeUnit.NANOSECONDS.sleep(overtaking.still().toNanos());
                mustHaveTakenTheLead(databases, epoch);
            } finally {
                processes.goOn("deals");
            }
            TimeUnit.NANOSECONDS.sleep(BOTH_AWAKE.toNanos());
        } finally {
            lodestone.stopBeside();
        }
    }

    /** Whoever takes the lead raises the epoch; whether there is anything to tell just then is chance. */
    private void mustHaveTakenTheLead(Databases databases, long before) throws InterruptedException {
        long giveUp = System.nanoTime() + Pace.stretched(TAKES_THE_LEAD).toNanos();
        while (epoch(databases) == before && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        if (epoch(databases) == before) {
            unexpected.add("nobody took the lead of the outbox of deals");
        }
    }

    private static long epoch(Databases databases) {
        try {
            return databases
                    .read(Service.DEALS, "select epoch from outbox_relay", row -> row.getLong(1))
                    .getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("who leads the outbox of deals cannot be read", e);
        }
    }

    private void everybodyLives() {
        for (var name : Fault.VICTIMS) {
            var ended = name + " ended by itself";
            if (!processes.runs(name) && !unexpected.contains(ended)) {
                tell(ended);
                unexpected.add(ended);
            }
        }
    }

    private void tell(String what) {
        System.out.printf(
                Locale.ROOT,
                "Faults: %.1f s %s%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1000.0,
                what);
    }
}
