package io.lodestone.chassis.simulation;

/** Sets actors on the stage, lets them run under faults and then without, and checks what must hold. */
@FunctionalInterface
public interface World {

    /** @throws Broken when something that must hold does not */
    void play(Stage stage);
}
