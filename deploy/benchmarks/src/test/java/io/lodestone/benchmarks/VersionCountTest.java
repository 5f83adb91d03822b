package io.lodestone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.benchmarks.TopicLog.Committed;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VersionCountTest {

    private static final UUID DEAL = new UUID(1, 1);

    private static final UUID ANOTHER = new UUID(1, 2);

    private final VersionCount read = new VersionCount(List.of(DEAL));

    @Test
    void versionsOneByOneAreClean() {
        see(1, 2, 3);

        assertThat(read.against(3)).isEqualTo(new Verdict(3, 0, 0, 0));
    }

    @Test
    void whatComesAgainIsDoubled() {
        see(1, 2, 1, 3);

        assertThat(read.against(3)).isEqualTo(new Verdict(3, 0, 1, 0));
    }

    @Test
    void whatComesTooEarlyIsInvertedAndWhatItStoodForIsLost() {
        see(1, 3, 2);

        assertThat(read.against(3)).isEqualTo(new Verdict(3, 1, 0, 1));
    }

    @Test
    void aSubjectThatNeverCameIsLost() {
        assertThat(read.against(3).lost()).isEqualTo(3);
    }

    @Test
    void othersAreSteppedOver() {
        read.see(new Committed(ANOTHER, 7));
        see(1, 2, 3);

        assertThat(read.against(3)).isEqualTo(new Verdict(3, 0, 0, 0));
    }

    private void see(long... versions) {
        for (long version : versions) {
            read.see(new Committed(DEAL, version));
        }
    }
}
