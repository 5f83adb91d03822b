package io.lodestone.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The feed's machine under faults at any step, as it is and with bugs planted; see docs/decisions/0007. */
class FeedSimulationTest {

    private static Simulation simulation(String method, FeedParts parts) {
        return new Simulation("FeedSimulationTest#" + method, new FeedWorld(parts));
    }

    @Test
    void everyFactHasItsEffectOnceOrHoldsBackItsOwnKey() {
        simulation("everyFactHasItsEffectOnceOrHoldsBackItsOwnKey", new FeedParts() {})
                .holds(
                        "a process is killed",
                        "a process hangs",
                        "a partition changes hands",
                        "a consumer is fenced",
                        "a consumer meets another one's lock",
                        "a commit fails",
                        "the answer to a commit is lost",
                        "postgres is killed");
    }

    @Test
    void afterTheCauseIsMendedAllThatWasParkedIsTakenInOnce() {
        simulation("afterTheCauseIsMendedAllThatWasParkedIsTakenInOnce", new FeedParts() {
                    @Override
                    public boolean mends() {
                        return true;
                    }
                })
                .holds("parked facts are taken in", "a consumer meets another one's lock");
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedBugIsFound(PlantedFeed bug) {
        var found = simulation("aPlantedBugIsFound", bug)
                .runs()
                .filter(run -> run.breaks(bug.breaks()))
                .findFirst();
        assertThat(found).as("a seed that breaks " + bug.breaks()).isPresent();
    }

    @Test
    void aSeedPlaysTheSameStepsEachTime() {
        var simulation = simulation("aPlantedBugIsFound", PlantedFeed.VERSIONS_FORGOTTEN);
        var first = simulation.replay(1);
        var second = simulation.replay(1);
        assertThat(second.trace()).isEqualTo(first.trace());
        assertThat(second.trace()).isNotEqualTo(simulation.replay(2).trace());
        assertThat(String.valueOf(second.failure())).isEqualTo(String.valueOf(first.failure()));
    }
}
