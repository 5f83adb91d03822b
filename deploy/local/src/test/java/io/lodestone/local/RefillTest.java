package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RefillTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aDayBeginsInUtcAndAMomentHasAnOffset() {
        assertThat(List.of("2026-11-24", "2026-11-24T00:00:00Z", "2026-11-24T01:00+01:00"))
                .extracting(Refill::moment)
                .containsOnly(Instant.parse("2026-11-24T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2026-13-01", "2026-11-24T10:00", "24.11.2026", "T"})
    void whatIsNoMomentIsRefusedWithAnExample(String from) {
        assertThat(refused("--from", from)).contains("is no moment", "2026-11-24T10:00:00Z");
    }

    @Test
    void theFutureHoldsNothing() {
        assertThat(refused("--from", "2026-11-24T12:00:01Z")).contains("lies in the future");
    }

    @Test
    void aServiceThatIsNoneIsNamed() {
        assertThat(refused("--from", "2026-11-24", "--service", "mines"))
                .contains("There is no service mines; there are deals, projects");
    }

    @Test
    void aPlatformThatDoesNotRunIsSaid() {
        assertThat(refused("--from", "2026-11-24", "--port-base", "64990"))
                .isEqualTo("The platform does not run: start it with ./lodestone up.");
    }

    private static String refused(String... arguments) {
        var said = new StringWriter();
        var line = new CommandLine(new Refill(Clock.fixed(NOON, ZoneOffset.UTC))).setErr(new PrintWriter(said));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().print(e.getMessage());
            return 1;
        });
        assertThat(line.execute(arguments)).isEqualTo(1);
        return said.toString();
    }
}
