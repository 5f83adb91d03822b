package io.lodestone.stories.invariants;

import static io.lodestone.stories.invariants.Planted.DEAL;
import static io.lodestone.stories.invariants.Planted.DEALS;
import static io.lodestone.stories.invariants.Planted.assertCaught;
import static io.lodestone.stories.invariants.Planted.committed;
import static io.lodestone.stories.invariants.Planted.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Evidence.Heard;
import io.lodestone.stories.invariants.Evidence.Hearing;
import io.lodestone.stories.invariants.Evidence.Published;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicInvariantsTest {

    @Test
    void aCommittedFactThatIsNotOnItsTopicIsI1() {
        assertCaught(
                TopicInvariants.committedIsPublished(
                        List.of(committed(1, ""), committed(2, "")), List.of(published(0, 1))),
                "I1",
                "lodestone.deals a version 2");
    }

    @Test
    void aPublishedFactThatWasNeverCommittedIsI1() {
        assertCaught(
                TopicInvariants.committedIsPublished(
                        List.of(committed(1, "")), List.of(published(0, 1), published(1, 2))),
                "I1",
                "never committed");
    }

    @Test
    void aGapOnTheTopicIsI2() {
        assertCaught(
                TopicInvariants.everyFactIsHeard(List.of(published(0, 1), published(1, 3)), List.of(), List.of()),
                "I2",
                "version 2 is missing");
    }

    @Test
    void aConsumerThatSteppedOverTheNewestFactIsI2() {
        assertCaught(
                TopicInvariants.everyFactIsHeard(
                        List.of(published(0, 1), published(1, 2)),
                        List.of(new Hearing("query", DEALS), new Hearing("deals", "lodestone.projects")),
                        List.of(new Heard("query", DEAL, 1))),
                "I2",
                "query heard lodestone.deals a up to version 1 of 2");
    }

    @Test
    void aConsumerThatHeardNothingOfASubjectIsI2() {
        assertCaught(
                TopicInvariants.everyFactIsHeard(
                        List.of(published(0, 1)), List.of(new Hearing("query", DEALS)), List.of()),
                "I2",
                "up to version 0 of 1");
    }

    @Test
    void aVersionThatGoesBackIsI3() {
        assertCaught(
                TopicInvariants.versionsNeverGoBack(List.of(published(0, 2), published(1, 1))),
                "I3",
                "from version 2 at lodestone.deals-0@0 to 1 at lodestone.deals-0@1");
    }

    @Test
    void aVersionThatTwoEventsClaimIsI3() {
        assertCaught(
                TopicInvariants.versionsNeverGoBack(List.of(published(0, 1), new Published(DEAL, 0, 1, 1, "another"))),
                "I3",
                "from version 1");
    }

    @Test
    void aKeyInTwoPartitionsIsI3() {
        assertCaught(
                TopicInvariants.versionsNeverGoBack(List.of(published(0, 1), new Published(DEAL, 1, 0, 2, "id-2"))),
                "I3",
                "in another partition");
    }

    @Test
    void aBatchSentAgainIsNoStepBackAndIsCounted() {
        var records = List.of(published(0, 1), published(1, 2), published(2, 1), published(3, 2), published(4, 3));

        assertThat(TopicInvariants.versionsNeverGoBack(records)).isEmpty();
        assertThat(TopicInvariants.duplicates(records)).isEqualTo(2);
        assertThat(TopicInvariants.duplicatesAreBounded(records, 1, 2)).isEmpty();
        assertCaught(TopicInvariants.duplicatesAreBounded(records, 1, 1), "I4", "2 duplicates");
    }
}
