package io.lodestone.deals.offtake;

import static io.lodestone.deals.offtake.OfftakeStatus.ABANDONED;
import static io.lodestone.deals.offtake.OfftakeStatus.FULFILLED;
import static io.lodestone.deals.offtake.OfftakeStatus.IN_DISPUTE;
import static io.lodestone.deals.offtake.OfftakeStatus.IN_FORCE;
import static io.lodestone.deals.offtake.OfftakeStatus.NEGOTIATING;
import static io.lodestone.deals.offtake.OfftakeStatus.SIGNED;
import static io.lodestone.deals.offtake.OfftakeStatus.TERMINATED;
import static io.lodestone.deals.offtake.SomeOfftakes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lodestone.contracts.Tonnes;
import io.lodestone.deals.offtake.OfftakeRefusal.IllegalOfftakeMove;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status times every verb. What a verb does in a status it belongs to, or that it is refused there. */
class OfftakeLifecycleTest {

    private static final LocalDate LATER = LocalDate.parse("2026-09-01");

    /** The statuses a verb belongs to, and where it leads; null stands for "stays". */
    private record Verb(
            OfftakeAct act,
            Set<OfftakeStatus> from,
            @Nullable OfftakeStatus to) {}

    private static final Map<String, Verb> VERBS = Stream.of(
                    verb(new OfftakeAct.Sign(null), SIGNED, NEGOTIATING),
                    verb(new OfftakeAct.BringInForce(null), IN_FORCE, SIGNED),
                    verb(
                            new OfftakeAct.Amend(null, null, null, null, null, 5, null, null, null, "longer", null),
                            null,
                            NEGOTIATING,
                            SIGNED,
                            IN_FORCE,
                            IN_DISPUTE),
                    verb(
                            new OfftakeAct.Deliver(Tonnes.of("1"), LocalDate.parse("2026-02-01"), null, null),
                            null,
                            IN_FORCE,
                            IN_DISPUTE),
                    verb(new OfftakeAct.Dispute("late", LATER, null), IN_DISPUTE, IN_FORCE),
                    verb(new OfftakeAct.ExtendCure(LATER, "talks", null), null, IN_DISPUTE),
                    verb(new OfftakeAct.Cure("paid", null), IN_FORCE, IN_DISPUTE),
                    verb(new OfftakeAct.Fulfil(null), FULFILLED, IN_FORCE),
                    verb(new OfftakeAct.Terminate("over", null), TERMINATED, SIGNED, IN_FORCE, IN_DISPUTE),
                    verb(new OfftakeAct.Abandon("no", null), ABANDONED, NEGOTIATING))
            .collect(Collectors.toMap(verb -> verb.act().getClass().getSimpleName(), verb -> verb));

    static Stream<Arguments> everyStatusTimesEveryVerb() {
        return Arrays.stream(OfftakeStatus.values())
                .flatMap(status -> VERBS.keySet().stream().sorted().map(verb -> Arguments.of(status, verb)));
    }

    @ParameterizedTest
    @MethodSource
    void everyStatusTimesEveryVerb(OfftakeStatus status, String name) {
        var verb = VERBS.get(name);
        var offtake = SomeOfftakes.at(status);
        long before = offtake.version();
        if (verb.from().contains(status)) {
            var fact = offtake.perform(verb.act(), NOON);
            assertThat(fact.version()).isEqualTo(before + 1);
            assertThat(offtake.version()).isEqualTo(before + 1);
            assertThat(offtake.status()).isEqualTo(verb.to() == null ? status : verb.to());
            assertThat(fact.offtake().status()).isEqualTo(offtake.status().name());
        } else {
            var refusal = catchThrowableOfType(IllegalOfftakeMove.class, () -> offtake.perform(verb.act(), NOON));
            assertThat(refusal).as(name + " while " + status).isNotNull();
            assertThat(refusal.allowed())
                    .containsExactlyElementsOf(status.next().stream().sorted().toList());
            assertThat(offtake.version()).isEqualTo(before);
            assertThat(offtake.status()).isEqualTo(status);
        }
    }

    @Test
    void noVerbIsForgotten() {
        assertThat(VERBS.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(OfftakeAct.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void everyStatusCanBeReachedAndWhatHasEndedStaysEnded() {
        assertThat(OfftakeStatus.values())
                .allSatisfy(
                        status -> assertThat(SomeOfftakes.at(status).status()).isEqualTo(status));
        assertThat(Arrays.stream(OfftakeStatus.values())
                        .filter(status -> status.next().isEmpty()))
                .containsExactly(FULFILLED, TERMINATED, ABANDONED);
    }

    private static Verb verb(OfftakeAct act, @Nullable OfftakeStatus to, OfftakeStatus... from) {
        return new Verb(act, Set.of(from), to);
    }
}
