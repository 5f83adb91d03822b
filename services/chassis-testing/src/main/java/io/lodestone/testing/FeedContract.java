package io.lodestone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every feed must keep. A test class says which feed, which story and where its effect can be seen; the tests come
 * with it.
 */
public interface FeedContract<E extends Event> {

    Topic<E> topic();

    Feed<E> feed();

    /** Facts in the order they happened; at least two subjects, each from its version 1 on without a gap. */
    List<E> story();

    /** What the feed made of what it heard, as something with {@code equals}. */
    Object state();

    /** Takes everything back that the feed heard. */
    void forget();

    /** Hands facts to the feed. A test with a database opens the transaction here. */
    default void hear(List<? extends E> events) {
        feed().on(events.stream()
                .map(event -> new Heard<>(TopicSpeaker.envelope(topic(), event), event))
                .toList());
    }

    @Test
    default void hearingTheStoryTwiceChangesNothing() {
        forget();
        var nothing = state();
        hear(story());
        var once = state();
        assertThat(once).as("the story leaves a trace").isNotEqualTo(nothing);

        hear(story());

        assertThat(state()).isEqualTo(once);
    }

    @Test
    default void hearingItFactByFactEndsTheSame() {
        forget();
        hear(story());
        var inOneBatch = state();

        forget();
        story().forEach(event -> hear(List.of(event)));

        assertThat(state()).isEqualTo(inOneBatch);
    }

    /** Order is kept per subject only: between subjects any order may come. */
    @Test
    default void hearingTheSubjectsInAnotherOrderEndsTheSame() {
        forget();
        hear(story());
        var asItHappened = state();

        forget();
        hear(subjectBySubjectLastFirst());

        assertThat(state()).isEqualTo(asItHappened);
    }

    private List<E> subjectBySubjectLastFirst() {
        var bySubject = new LinkedHashMap<Object, List<E>>();
        story().forEach(event -> bySubject
                .computeIfAbsent(event.subject(), subject -> new ArrayList<>())
                .add(event));
        assertThat(bySubject).as("a story of at least two subjects").hasSizeGreaterThan(1);
        return new ArrayList<>(bySubject.values())
                .reversed().stream().flatMap(List::stream).toList();
    }
}
