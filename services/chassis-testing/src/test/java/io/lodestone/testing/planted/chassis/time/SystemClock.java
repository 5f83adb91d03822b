package io.lodestone.testing.planted.chassis.time;

import java.time.Clock;

/** Clean: the one place that may ask the machine. */
public class SystemClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
