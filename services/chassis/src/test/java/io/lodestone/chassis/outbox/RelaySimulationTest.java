package io.lodestone.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.outbox.SimulatedServer.Silence;
import io.lodestone.chassis.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The relay's machine under faults at any step, as it is and with bugs planted; see docs/decisions/0007. */
class RelaySimulationTest {

    private static Simulation simulation(String method, RelayParts parts) {
        return new Simulation("RelaySimulationTest#" + method, new RelayWorld(parts));
    }

    @Test
    void everyFactIsSentInOrderAndSeldomTwice() {
        simulation("everyFactIsSentInOrderAndSeldomTwice", new RelayParts() {})
                .holds(
                        "a process is killed",
                        "a process hangs",
                        "a relay takes the lead",
                        "a page arrives after its relay ended",
                        "a producer sends again",
                        "an operator has facts sent again",
                        "kafka is killed",
                        "postgres is killed");
    }

    /** As if the lead were a lease by the clock: two relays are at it at once. */
    @Test
    void theEpochAloneFencesAPausedLeader() {
        simulation("theEpochAloneFencesAPausedLeader", new RelayParts() {
                    @Override
                    public Silence silence() {
                        return Silence.FREES_LEAD;
                    }
                })
                .holds("a relay is overtaken");
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedBugIsFound(PlantedRelay bug) {
        var found = simulation("aPlantedBugIsFound", bug)
                .runs()
                .filter(run -> run.breaks(bug.breaks()))
                .findFirst();
        assertThat(found).as("a seed that breaks " + bug.breaks()).isPresent();
    }

    @Test
    void aSeedPlaysTheSameStepsEachTime() {
        var simulation = simulation("everyFactIsSentInOrderAndSeldomTwice", PlantedRelay.ID_CURSOR);
        var first = simulation.replay(1);
        var second = simulation.replay(1);
        assertThat(second.trace())
                .isEqualTo(first.trace())
                .isNotEqualTo(simulation.replay(2).trace());
        assertThat(second.failure()).hasMessage(first.failure().getMessage());
    }
}
