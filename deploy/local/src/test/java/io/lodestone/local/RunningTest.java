package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    @Test
    void aProcessThatIsOverButNotYetBuriedDoesNotRun() throws IOException {
        var parent = Running.start(
                "parent",
                List.of("sh", "-c", "sleep 0.2 & echo $! >" + home.resolve("child") + "; exec sleep 60"),
                Map.of(),
                home.resolve("log"),
                home);
        Waiting.until(
                "the child's id", Duration.ofSeconds(5), () -> !read("child").isBlank());
        long child = Long.parseLong(read("child").strip());
        var started =
                ProcessHandle.of(child).orElseThrow().info().startInstant().orElseThrow();
        Files.writeString(home.resolve("sleeper.pid"), child + " " + started + " " + home.resolve("log"));
        Waiting.until("the child to end", Duration.ofSeconds(5), () -> isZombie(child));
        assertThat(ProcessHandle.of(child)).as("the system still lists it").isPresent();
        assertThat(Running.find("sleeper", home)).isEmpty();
        parent.stop(Duration.ofSeconds(5));
    }

    private Running sleeper() {
        return Running.start("sleeper", List.of("sleep", "60"), Map.of(), home.resolve("log"), home);
    }

    private String read(String name) {
        try {
            var file = home.resolve(name);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/status")).contains("State:\tZ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
