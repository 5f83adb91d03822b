package io.lodestone.testing;

import static io.lodestone.testing.LampEvent.dimmed;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FeedContractTest {

    private static final UUID HALL = new UUID(0, 1);
    private static final UUID STAIRS = new UUID(0, 2);

    /** The contract on a feed that keeps it. */
    @Nested
    class OnAFeedThatKeepsTheLast extends Lamps implements FeedContract<LampEvent> {

        @Override
        public void on(List<Heard<LampEvent>> heard) {
            heard.forEach(one -> brightness.put(one.event().subject(), brightnessOf(one)));
        }
    }

    @Test
    void aFeedThatAddsUpIsCaught() {
        var adding = new Adding();

        assertThatThrownBy(adding::hearingTheStoryTwiceChangesNothing).isInstanceOf(AssertionError.class);
    }

    @Test
    void aFeedThatHearsNothingIsCaught() {
        var deaf = new Deaf();

        assertThatThrownBy(deaf::hearingTheStoryTwiceChangesNothing).hasMessageContaining("the story leaves a trace");
    }

    @Test
    void aFeedThatLooksAtTheFirstOfABatchOnlyIsCaught() {
        var hasty = new Hasty();

        assertThatThrownBy(hasty::hearingItFactByFactEndsTheSame).isInstanceOf(AssertionError.class);
    }

    @Test
    void aFeedThatMindsTheOrderBetweenSubjectsIsCaught() {
        var minding = new Minding();

        assertThatThrownBy(minding::hearingTheSubjectsInAnotherOrderEndsTheSame).isInstanceOf(AssertionError.class);
    }

    private static int brightnessOf(Heard<LampEvent> heard) {
        return switch (heard.event()) {
            case LampEvent.LampDimmed dimmed -> dimmed.brightness();
        };
    }

    /** What a test class says, whichever the feed. */
    abstract static class Lamps implements Feed<LampEvent> {

        final Map<UUID, Integer> brightness = new HashMap<>();
        final List<UUID> order = new ArrayList<>();

        @Override
        public Topic<LampEvent> topic() {
            return LampEvent.LAMPS;
        }

        public Feed<LampEvent> feed() {
            return this;
        }

        public List<LampEvent> story() {
            return List.of(dimmed(HALL, 1, 80), dimmed(STAIRS, 1, 70), dimmed(HALL, 2, 60));
        }

        public Object state() {
            return Map.of("brightness", Map.copyOf(brightness), "order", List.copyOf(order));
        }

        public void forget() {
            brightness.clear();
            order.clear();
        }
    }

    // private, or JUnit would take it for a test class
    private static class Adding extends Lamps implements FeedContract<LampEvent> {
        @Override
        public void on(List<Heard<LampEvent>> heard) {
            heard.forEach(one -> brightness.merge(one.event().subject(), brightnessOf(one), Integer::sum));
        }
    }

    private static class Deaf extends Lamps implements FeedContract<LampEvent> {
        @Override
        public void on(List<Heard<LampEvent>> heard) {
            // hears nothing
        }
    }

    private static class Hasty extends Lamps implements FeedContract<LampEvent> {
        @Override
        public void on(List<Heard<LampEvent>> heard) {
            brightness.put(heard.getFirst().event().subject(), brightnessOf(heard.getFirst()));
        }
    }

    private static class Minding extends Lamps implements FeedContract<LampEvent> {
        @Override
        public void on(List<Heard<LampEvent>> heard) {
            heard.forEach(one -> order.add(one.event().subject()));
        }
    }
}
