package io.lodestone.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    private record Thing(UUID id, String name, Instant at) {}

    private static final Thing THING =
            new Thing(new UUID(0, 7), "a\"b,ü", Instant.parse("2026-03-01T12:00:00.000123Z"));

    private static final Listing<Thing, Thing> THINGS = new Listing<>(
            Thing.class,
            thing -> thing,
            Thing::id,
            List.of(SortKey.text("name", Thing::name), new SortKey<>("at", Thing::at, Instant::parse)));

    @Test
    void aListGoesOnBehindTheRowThatItsCursorWasMadeOf() {
        var order = Order.of(THINGS, "-name");
        var slice = order.slice(order.cursor(THING), 10);
        assertThat(slice.orderBy()).isEqualTo("name desc, id desc");
        assertThat(slice.condition()).isEqualTo("(name <= :afterKey and (name < :afterKey or id < :afterId))");
        assertThat(slice.values()).containsEntry("afterKey", THING.name()).containsEntry("afterId", THING.id());
    }

    @Test
    void aKeyKeepsItsTypeAndItsPrecision() {
        var order = Order.of(THINGS, "at");
        assertThat(order.slice(order.cursor(THING), 10).values()).containsEntry("afterKey", THING.at());
    }

    @Test
    void withoutASortItIsById() {
        var order = Order.of(THINGS, null);
        assertThat(order.slice(null, 10)).isEqualTo(Order.of(THINGS, "id").slice(null, 10));
        assertThat(order.slice(order.cursor(THING), 10).condition()).isEqualTo("id > :afterId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "=", "name", "-at", "id"})
    void aCursorOfAnotherOrderIsRefused(String after) {
        var other = List.of("name", "-at", "id").contains(after)
                ? Order.of(THINGS, after).cursor(THING)
                : after;
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Order.of(THINGS, "at").slice(other, 10))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "colour", "--name", "NAME", "name,at"})
    void anUnknownOrderIsRefusedWithThoseThereAre(String sort) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Order.of(THINGS, sort))
                .satisfies(refused -> assertThat(refused.problem().extensions())
                        .containsEntry("allowed", List.of("at", "id", "name")));
    }
}
