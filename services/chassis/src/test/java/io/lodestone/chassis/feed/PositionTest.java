package io.lodestone.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final TopicPartition FIRST = new TopicPartition("bells", 0);

    @Test
    void itFitsALogThatHoldsItOrEndsThere() {
        assertThat(new Position(5, "a").wrongIn(new LogExtent("a", 5, 9), FIRST))
                .isEmpty();
        assertThat(new Position(9, "a").wrongIn(new LogExtent("a", 0, 9), FIRST))
                .isEmpty();
        assertThat(new Position(9, null).wrongIn(new LogExtent("a", 0, 9), FIRST))
                .isEmpty();
    }

    @Test
    void beforeTheBeginningAndBehindTheEndItDoesNot() {
        assertThat(new Position(4, "a").wrongIn(new LogExtent("a", 5, 9), FIRST))
                .hasValueSatisfying(detail -> assertThat(detail)
                        .startsWith("bells-0 is to be heard from 4 on, but its log has offsets 5 to 9.")
                        .contains("POST /v1/feeds/bells/restart"));
        assertThat(new Position(10, "a").wrongIn(new LogExtent("a", 0, 9), FIRST))
                .isPresent();
    }

    @Test
    void inATopicMadeAnewItDoesNotEither() {
        assertThat(new Position(5, "a").wrongIn(new LogExtent("b", 0, 9), FIRST))
                .hasValueSatisfying(detail -> assertThat(detail).startsWith("bells-0 was made anew"));
    }
}
