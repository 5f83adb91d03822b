package io.lodestone.projects.project;

import static io.lodestone.projects.project.SomeSheets.NOON;
import static io.lodestone.projects.project.Stage.CARE_AND_MAINTENANCE;
import static io.lodestone.projects.project.Stage.CLOSED;
import static io.lodestone.projects.project.Stage.COMMISSIONING;
import static io.lodestone.projects.project.Stage.CONSTRUCTION;
import static io.lodestone.projects.project.Stage.EXPLORATION;
import static io.lodestone.projects.project.Stage.FEASIBILITY;
import static io.lodestone.projects.project.Stage.FINANCING;
import static io.lodestone.projects.project.Stage.OPERATING;
import static io.lodestone.projects.project.Stage.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lodestone.projects.project.ProjectRefusal.IllegalMove;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StageTest {

    /** The lifecycle once more, by hand, so that a change of the switch is a change of two files. */
    private static final Map<Stage, Set<Stage>> MOVES = Map.of(
            EXPLORATION, Set.of(FEASIBILITY, SUSPENDED),
            FEASIBILITY, Set.of(FINANCING, SUSPENDED),
            FINANCING, Set.of(CONSTRUCTION, SUSPENDED),
            CONSTRUCTION, Set.of(COMMISSIONING, SUSPENDED),
            COMMISSIONING, Set.of(OPERATING, SUSPENDED),
            OPERATING, Set.of(CARE_AND_MAINTENANCE, CLOSED, SUSPENDED),
            CARE_AND_MAINTENANCE, Set.of(OPERATING, CLOSED, SUSPENDED),
            SUSPENDED,
                    Set.of(
                            EXPLORATION,
                            FEASIBILITY,
                            FINANCING,
                            CONSTRUCTION,
                            COMMISSIONING,
                            OPERATING,
                            CARE_AND_MAINTENANCE),
            CLOSED, Set.of());

    static Stream<Arguments> everyStageAndEveryMove() {
        return Arrays.stream(Stage.values())
                .flatMap(from -> Arrays.stream(Stage.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndEveryMove")
    void aProjectMovesAlongItsLifecycleAndNowhereElse(Stage from, Stage to) {
        var project = Project.of(UUID.randomUUID(), SomeSheets.mine("R", from, null), NOON);
        project.register(NOON);
        var move = new Move(to, null, null);
        var allowed = MOVES.get(from);

        if (allowed.contains(to)) {
            var fact = project.moveTo(move, NOON);
            assertThat(fact.previousStage()).isEqualTo(from.name());
            assertThat(fact.project().stage()).isEqualTo(to.name());
            assertThat(fact.version()).isEqualTo(2);
            assertThat(project.stage()).isEqualTo(to);
        } else {
            var refusal = catchThrowableOfType(IllegalMove.class, () -> project.moveTo(move, NOON));
            assertThat(refusal.allowed()).isEqualTo(allowed);
            assertThat(project.stage()).isEqualTo(from);
            assertThat(project.version()).isEqualTo(1);
        }
    }

    @Test
    void theDiagramInTheReadmeIsTheLifecycle() throws IOException {
        var drawn = new TreeMap<String, Set<String>>();
        var arrow = Pattern.compile("^\\s*([A-Z_]+) --> ([A-Z_]+)\\s*$");
        for (var line : Files.readAllLines(Path.of("README.md"))) {
            var match = arrow.matcher(line);
            if (match.matches()) {
                drawn.computeIfAbsent(match.group(1), from -> new TreeSet<>()).add(match.group(2));
            }
        }
        var coded = new TreeMap<String, Set<String>>();
        for (var from : Stage.values()) {
            for (var to : from.next()) {
                coded.computeIfAbsent(from.name(), name -> new TreeSet<>()).add(to.name());
            }
        }

        assertThat(drawn).isEqualTo(coded);
    }
}
