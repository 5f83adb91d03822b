package io.lodestone.testing.planted.mines.surveying;

/** Planted: sleeps in a use case. */
public class Sleeps {
    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
