package io.lodestone.chassis.simulation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "lodestone.simulation.seed", matches = ".*", disabledReason = "it breaks on purpose")
class SimulationTest {

    @Test
    void aFailureTellsItsStepsAndHowToPlayThemAgain() {
        var simulation = new Simulation("SomeTest#someMethod", stage -> {
            int thing = stage.chance().below(10);
            stage.say("looks at thing %d", thing);
            if (thing == 7) {
                throw new Broken(Invariant.ALL_SENT, "thing 7 is missing");
            }
        });
        var seed = simulation
                .runs()
                .filter(run -> run.breaks(Invariant.ALL_SENT))
                .findFirst()
                .orElseThrow()
                .seed();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(simulation::holds)
                .withMessageStartingWith("seed " + seed + ": ALL_SENT: thing 7 is missing")
                .withMessageContaining("-Dtest=SomeTest#someMethod -Dlodestone.simulation.seed=" + seed)
                .withMessageContaining("looks at thing 7");
    }

    @Test
    void whatIsWorthTryingHasToHappen() {
        var simulation = new Simulation("SomeTest#someMethod", stage -> {
            stage.mark("often");
            if (stage.chance().oneIn(200)) {
                stage.mark("seldom");
            }
        });
        assertThatNoException().isThrownBy(() -> simulation.holds("often"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulation.holds("often", "seldom"))
                .withMessageStartingWith("too seldom: seldom");
    }
}
