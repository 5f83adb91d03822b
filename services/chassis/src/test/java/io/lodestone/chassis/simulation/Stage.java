package io.lodestone.chassis.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One run. Actors take turns as chance has it; between any two steps of one of them the others may go on, for a moment
 * or for long, or it may crash. Turns are the only clock.
 */
public final class Stage {

    /** Pauses nest: who paused last wakes up first. */
    private static final int PAUSED_MAX = 3;

    private final Chance chance;
    private final Trace trace;
    private final List<Actor> cast = new ArrayList<>();
    private final Deque<Actor> acting = new ArrayDeque<>();
    private long turn;
    private boolean calm;
    private long ids;

    Stage(Chance chance, Trace trace) {
        this.chance = chance;
        this.trace = trace;
    }

    public Chance chance() {
        return chance;
    }

    public long turn() {
        return turn;
    }

    /** From 1, never twice in a run. */
    public long newId() {
        return ++ids;
    }

    public void enter(Actor actor) {
        cast.add(actor);
    }

    public void leave(Actor actor) {
        cast.remove(actor);
    }

    /** Tells what the acting one does; details that are suppliers are asked only when somebody listens. */
    public void say(String what, Object... details) {
        trace.say(turn, acting.isEmpty() ? "" : acting.element().name(), what, details);
    }

    /** Counts that something worth trying has happened, so that a test can see that it does happen. */
    public void mark(String what) {
        trace.mark(what);
    }

    /** True once in so many times, and never when it is calm. */
    public boolean fault(int oneIn) {
        return !calm && chance.oneIn(oneIn);
    }

    public boolean calm() {
        return calm;
    }

    /** No more faults from here on. */
    public void calmDown() {
        say("-- no more faults");
        calm = true;
    }

    public void turns(int count) {
        for (int n = 0; n < count; n++) {
            next().ifPresent(this::act);
        }
    }

    /** Goes on until something is so; false when it is not after {@code turnsMax} turns. */
    public boolean turnsUntil(BooleanSupplier so, int turnsMax) {
        for (int n = 0; n < turnsMax && !so.getAsBoolean(); n++) {
            turns(1);
        }
        return so.getAsBoolean();
    }

    /**
     * Stands between any two things an actor does that the world can see.
     *
     * @throws Crash when the actor's process ends here
     */
    public void gap() {
        if (fault(90)) {
            var crash = new Crash(chance.oneIn(3));
            say("%s", crash.getMessage());
            mark(crash.silent() ? "a process hangs" : "a process is killed");
            throw crash;
        }
        if (acting.size() <= PAUSED_MAX && fault(10)) {
            int turns = chance.oneIn(5) ? chance.between(30, 80) : chance.between(1, 5);
            say("is paused for %d turns", turns);
            turns(turns);
            say("goes on");
        }
    }

    private void act(Actor actor) {
        turn++;
        acting.push(actor);
        try {
            actor.step();
        } finally {
            acting.pop();
        }
    }

    private Optional<Actor> next() {
        int tickets = 0;
        for (var actor : cast) {
            tickets += acting.contains(actor) ? 0 : actor.weight();
        }
        int ticket = chance.below(Math.max(1, tickets));
        for (var actor : cast) {
            ticket -= acting.contains(actor) ? 0 : actor.weight();
            if (ticket < 0) {
                return Optional.of(actor);
            }
        }
        return Optional.empty();
    }
}
