package io.lodestone.testing.planted.chassis.feed;

/** Clean: plumbing may wait and measure. */
public class Pause {
    long pause() throws InterruptedException {
        Thread.sleep(1);
        return System.nanoTime();
    }
}
