package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {

    @TempDir
    Path home;

    @Test
    void aProcessIsFoundAgainAndEnds() {
        var sleeper = sleeper();
        assertThat(Running.find("sleeper", home)).map(Running::pid).contains(sleeper.pid());
        sleeper.stop(Duration.ofSeconds(5));
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(Running.find("sleeper", home)).isEmpty();
    }

    @Test
    void anIdThatBelongsToSomebodyElseNowIsNotMistaken() throws IOException {
        var sleeper = sleeper();
        var file = home.resolve("sleeper.pid");
        Files.writeString(file, sleeper.pid() + " " + Instant.EPOCH + " " + home.resolve("log"));
        assertThat(Running.find("sleeper", home)).isEmpty();
        sleeper.stop(Duration.ofSeconds(5));
    }

    @Test
    void aHalfWrittenFileIsNobody() throws IOException {
        Files.writeString(home.resolve("sleeper.pid"), "12");
        assertThat(Running.find("sleeper", home)).isEmpty();
    }

    private Running sleeper() {
        return Running.start("sleeper", List.of("sleep", "60"), Map.of(), home.resolve("log"), home);
    }
}
