package io.lodestone.chassis.simulation;

/** Whoever takes turns on the {@link Stage}. */
public interface Actor {

    String name();

    /** How often its turn comes, compared with the others. */
    default int weight() {
        return 4;
    }

    /** One step; returns at once when there is nothing to do. */
    void step();
}
