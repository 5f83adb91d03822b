package io.lodestone.testing;

import static io.lodestone.testing.LampEvent.LAMPS;
import static io.lodestone.testing.LampEvent.dimmed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.testing.LampEvent.LampDimmed;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FakeOutboxTest {

    private static final UUID LAMP = new UUID(0, 1);

    private final FakeOutbox outbox = new FakeOutbox();

    @Test
    void theOnlyFactIsGivenBack() {
        outbox.add(LAMPS, dimmed(LAMP, 1, 80), new Provenance("alice", "00-1-2-01"));

        assertThat(outbox.only(LampDimmed.class).brightness()).isEqualTo(80);
        assertThat(outbox.noted().getFirst().provenance().actor()).isEqualTo("alice");
    }

    @Test
    void twoFactsAreNotTheOnlyOne() {
        outbox.add(LAMPS, dimmed(LAMP, 1, 80));
        outbox.add(LAMPS, dimmed(LAMP, 2, 70));

        assertThatThrownBy(() -> outbox.only(LampDimmed.class)).isInstanceOf(AssertionError.class);
        assertThat(outbox.facts()).hasSize(2);
    }

    @Test
    void aGapInTheVersionsIsRefused() {
        outbox.add(LAMPS, dimmed(LAMP, 1, 80));

        assertThatThrownBy(() -> outbox.add(LAMPS, dimmed(LAMP, 3, 70)))
                .hasMessageContaining("version 3 after version 1");
    }

    @Test
    void aVersionSaidTwiceIsRefused() {
        outbox.add(LAMPS, dimmed(LAMP, 1, 80));

        assertThatThrownBy(() -> outbox.add(LAMPS, dimmed(LAMP, 1, 80))).isInstanceOf(AssertionError.class);
    }
}
