package io.lodestone.projects.project;

import static io.lodestone.projects.project.SomeSheets.NOON;
import static io.lodestone.projects.project.SomeSheets.mine;
import static io.lodestone.projects.project.SomeSheets.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.projects.project.ProjectRefusal.NotYet;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProjectTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @Test
    void theFirstFactTellsTheSheet() {
        var registered = project(mine()).register(NOON);

        assertThat(registered.version()).isEqualTo(1);
        assertThat(registered.effectiveOn()).isEqualTo(TODAY);
        assertThat(registered.project().minerals()).extracting(Weight::code).containsExactly("COPPER", "COBALT");
    }

    @Test
    void nothingTakesEffectTomorrow() {
        var tomorrow = TODAY.plusDays(1);
        assertThatThrownBy(() -> project(mine("R", Stage.OPERATING, tomorrow)).register(NOON))
                .isInstanceOf(NotYet.class);
        var project = registered();
        assertThatThrownBy(() -> project.moveTo(new Move(Stage.FINANCING, null, tomorrow), NOON))
                .isInstanceOf(NotYet.class);
        assertThat(project.stage()).isEqualTo(Stage.FEASIBILITY);
    }

    @Test
    void aRevisionKeepsWhatItDoesNotName() {
        var project = registered();

        var revised = project.revise(revision("Konkola Deep", null), NOON).orElseThrow();

        assertThat(revised.version()).isEqualTo(2);
        assertThat(revised.project().name()).isEqualTo("Konkola Deep");
        assertThat(project.sheet().minerals()).isEqualTo(mine().minerals());
    }

    @Test
    void aRevisionThatChangesNothingIsNoFact() {
        var project = registered();

        assertThat(project.revise(revision("Konkola North", null), NOON)).isEmpty();
        assertThat(project.version()).isEqualTo(1);
    }

    @Test
    void aPositionIsToldOnce() {
        var project = registered();
        var offers = List.of(support("EXIM", "PUBLIC", "100.00"));

        var told = project.fund(offers, TODAY, NOON);

        assertThat(told.orElseThrow().positions().getFirst().pipeline()).isEqualTo(Money.of("100.00", "USD"));
        assertThat(project.fund(offers, TODAY, NOON)).isEmpty();
        assertThat(project.fund(List.of(), TODAY, NOON)).isPresent();
    }

    @Test
    void aRestrictedDealIsNotTold() {
        assertThat(registered().fund(List.of(support("DOD", "RESTRICTED", "100.00")), TODAY, NOON))
                .isEmpty();
    }

    @Test
    void aLineDiffersOnlyWhereItSaysNeitherWhatWasNorWhatIs() {
        var project = registered();
        project.revise(revision("Konkola Deep", Money.of("5.00", "USD")), NOON);

        assertThat(project.differences(mine())).isEmpty();
        assertThat(project.differences(project.sheet())).isEmpty();
        assertThat(project.differences(revision("Third", null).of(mine()))).containsExactly("name");
    }

    @Test
    void aWeightIsNamedTwiceNowhere() {
        assertThatThrownBy(() -> SheetRules.minerals(
                        List.of(SomeSheets.weight(Mineral.COPPER, "50"), SomeSheets.weight(Mineral.COPPER, "50"))))
                .hasMessageContaining("COPPER twice");
    }

    private static Project registered() {
        var project = project(mine());
        project.register(NOON);
        return project;
    }

    private static Project project(ProjectSheet sheet) {
        return Project.of(UUID.randomUUID(), sheet, NOON);
    }

    private static Support support(String agency, String releaseClass, String pipeline) {
        var zero = Money.zero("USD");
        return new Support(agency, releaseClass, Money.of(pipeline, "USD"), zero, zero);
    }
}
