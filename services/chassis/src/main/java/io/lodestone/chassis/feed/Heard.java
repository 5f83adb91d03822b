package io.lodestone.chassis.feed;

import java.util.List;
import java.util.stream.Stream;

/** A fact and the envelope it came in. */
public record Heard<E>(Envelope envelope, E event) {

    /** Those of one family among the facts of a topic, in their order. */
    public static <F> List<Heard<F>> only(Class<F> family, List<? extends Heard<? super F>> heard) {
        return heard.stream()
                .flatMap(one -> family.isInstance(one.event())
                        ? Stream.of(new Heard<>(one.envelope(), family.cast(one.event())))
                        : Stream.empty())
                .toList();
    }
}
