package io.lodestone.projects.revising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRevised;
import io.lodestone.projects.known.RememberedDealLines;
import io.lodestone.projects.project.RememberedProjects;
import io.lodestone.projects.project.SomeSheets;
import io.lodestone.testing.FakeOutbox;
import io.lodestone.testing.FixedClock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevisingTest {

    private final UUID id = UUID.randomUUID();
    private final FakeOutbox outbox = new FakeOutbox();
    private final RememberedProjects projects = new RememberedProjects();
    private final Revising revising =
            new Revising(projects, new RememberedDealLines(), outbox, FixedClock.at("2026-03-01T12:00:00Z"));

    @Test
    void aRevisionIsTold() {
        projects.known(id, SomeSheets.mine());

        var view = revising.revise(id, IfMatch.valueOf("\"1\""), SomeSheets.revision("Konkola Deep", null));

        assertThat(view.version()).isEqualTo(2);
        assertThat(outbox.only(ProjectRevised.class).project().name()).isEqualTo("Konkola Deep");
    }

    @Test
    void aStaleRevisionIsRefused() {
        projects.known(id, SomeSheets.mine());

        assertThatThrownBy(
                        () -> revising.revise(id, IfMatch.valueOf("\"7\""), SomeSheets.revision("Konkola Deep", null)))
                .isInstanceOf(ProblemException.class);
        assertThat(outbox.facts()).isEmpty();
    }
}
