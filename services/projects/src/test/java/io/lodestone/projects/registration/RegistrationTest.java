package io.lodestone.projects.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lodestone.chassis.time.Ids;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRegistered;
import io.lodestone.projects.project.ProjectRefusal.ReferenceTaken;
import io.lodestone.projects.project.RememberedProjects;
import io.lodestone.projects.project.SomeSheets;
import io.lodestone.testing.FakeOutbox;
import io.lodestone.testing.FixedClock;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private final FakeOutbox outbox = new FakeOutbox();
    private final Registration registration =
            new Registration(new RememberedProjects(), outbox, new Ids(), FixedClock.at("2026-03-01T12:00:00Z"));

    @Test
    void aRegisteredProjectIsTold() {
        var view = registration.register(SomeSheets.mine());

        var fact = outbox.only(ProjectRegistered.class);
        assertThat(fact.subject()).isEqualTo(view.id());
        assertThat(fact.at()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(view.version()).isEqualTo(1);
    }

    @Test
    void aReferenceIsTakenOnce() {
        var first = registration.register(SomeSheets.mine());

        var refusal = catchThrowableOfType(ReferenceTaken.class, () -> registration.register(SomeSheets.mine()));

        assertThat(refusal.project()).isEqualTo(first.id());
        assertThat(outbox.facts()).hasSize(1);
    }
}
