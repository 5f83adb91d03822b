package io.lodestone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.benchmarks.TopicLog.Committed;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicLogTest {

    private static final UUID DEAL = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();

    private final TopicLog log = new TopicLog();

    @Test
    void allThatWasCommittedInOrderIsClean() {
        log.see(FIRST, new Committed(DEAL, 1));
        log.see(UUID.randomUUID(), new Committed(OTHER, 1));
        log.see(UUID.randomUUID(), new Committed(DEAL, 2));

        var verdict = log.against(Set.of(new Committed(DEAL, 1), new Committed(OTHER, 1), new Committed(DEAL, 2)));

        assertThat(verdict).isEqualTo(new Verdict(3, 0, 0, 0));
        assertThat(verdict.isClean()).isTrue();
    }

    @Test
    void whatWasCommittedAndIsNotThereIsLost() {
        log.see(FIRST, new Committed(DEAL, 1));

        var verdict = log.against(Set.of(new Committed(DEAL, 1), new Committed(DEAL, 2)));

        assertThat(verdict).isEqualTo(new Verdict(2, 1, 0, 0));
        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void anExactRepetitionIsDoubledAndNotInverted() {
        log.see(FIRST, new Committed(DEAL, 1));
        log.see(UUID.randomUUID(), new Committed(DEAL, 2));
        log.see(FIRST, new Committed(DEAL, 1));

        assertThat(log.against(Set.of())).isEqualTo(new Verdict(0, 0, 1, 0));
        assertThat(log.records()).isEqualTo(3);
    }

    @Test
    void anOlderVersionBehindANewerOneIsInverted() {
        log.see(FIRST, new Committed(DEAL, 2));
        log.see(UUID.randomUUID(), new Committed(DEAL, 1));

        assertThat(log.against(Set.of(new Committed(DEAL, 1), new Committed(DEAL, 2))))
                .isEqualTo(new Verdict(2, 0, 0, 1));
    }
}
