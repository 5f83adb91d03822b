package io.lodestone.stories.invariants;

import static io.lodestone.stories.invariants.Planted.DEAL;
import static io.lodestone.stories.invariants.Planted.DEALS;
import static io.lodestone.stories.invariants.Planted.assertCaught;
import static io.lodestone.stories.invariants.Planted.attempt;
import static io.lodestone.stories.invariants.Planted.committed;
import static io.lodestone.stories.invariants.Planted.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Evidence.Asked;
import io.lodestone.stories.invariants.Evidence.Subject;
import io.lodestone.stories.invariants.Evidence.Window;
import io.lodestone.stories.invariants.Operation.Attempt;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientInvariantsTest {

    private static final Attempt DONE = attempt(200, 2);
    private static final Attempt REFUSED = attempt(409, 0);
    private static final Attempt UNANSWERED = Attempt.unanswered(10);
    private static final Operation UNLAWFUL = new Operation(DEALS, "trace", "sign", false, List.of(REFUSED));

    @Test
    void anAcknowledgedOperationWithoutEffectIsI8() {
        assertCaught(effects(operation("trace", DONE), 0), "I8", "has 0 effects");
    }

    @Test
    void anOperationWithTwoEffectsIsI8() {
        assertCaught(effects(operation("trace", UNANSWERED, DONE), 2), "I8", "has 2 effects");
    }

    @Test
    void anAnswerThatTellsAnotherVersionIsI8() {
        assertCaught(effects(operation("trace", DONE, attempt(200, 3)), 1), "I8", "answered version 3");
    }

    @Test
    void aRefusedOperationWithAnEffectIsI8() {
        assertCaught(effects(UNLAWFUL, 1), "I8", "REFUSED [409] and has 1 effects");
    }

    @Test
    void anUnlawfulOperationThatIsDoneIsI8() {
        var done = new Operation(DEALS, "trace", "sign", false, List.of(DONE));

        assertCaught(effects(done, 1), "I8", "was to be refused");
    }

    @Test
    void anOperationThatItsRepetitionDoesNotSettleIsI8() {
        assertCaught(effects(operation("trace", UNANSWERED, REFUSED), 1), "I8", "lawful");
    }

    @Test
    void aFactThatNobodyAskedForIsI8() {
        var facts = List.of(committed(2, "trace"), committed(3, "a ghost"));

        assertCaught(
                ClientInvariants.eachOperationHasItsEffect(List.of(operation("trace", DONE)), facts),
                "I8",
                "a version 3 is what no operation asked for");
    }

    @Test
    void aConclusionOnAnotherTopicIsNobodysEffect() {
        var conclusion = committed(new Subject("lodestone.projects", "b"), 7, "trace");

        assertThat(ClientInvariants.eachOperationHasItsEffect(
                        List.of(operation("trace", DONE)), List.of(committed(2, "trace"), conclusion)))
                .isEmpty();
    }

    @Test
    void anOldOrMissingResourceAtTheEndIsI8() {
        var facts = List.of(committed(2, "trace"));
        var operations = List.of(operation("trace", DONE));

        assertCaught(
                ClientInvariants.clientsSeeTheNewest(new Asked(operations, Map.of(DEAL, 1L), List.of()), facts),
                "I8",
                "is at version 2 and a client reads 1");
        assertCaught(
                ClientInvariants.clientsSeeTheNewest(new Asked(operations, Map.of(), List.of()), facts),
                "I8",
                "a client reads null");
    }

    @Test
    void aCommandWithoutAnAnswerInAnOutageIsCaught() {
        var failed = operation("trace", attempt(503, 0), DONE);
        var refused = operation("other", REFUSED);
        var operations = List.of(failed, refused);

        assertCaught(
                ClientInvariants.commandsGoOnWithoutABroker(
                        new Asked(operations, Map.of(), List.of(new Window(5, 15)))),
                "OUTAGE",
                "sign trace got 503");
        assertThat(ClientInvariants.commandsGoOnWithoutABroker(
                        new Asked(operations, Map.of(), List.of(new Window(11, 15)))))
                .isEmpty();
    }

    private static List<Violation> effects(Operation operation, int count) {
        var facts = IntStream.range(0, count)
                .mapToObj(n -> committed(2 + n, operation.trace()))
                .toList();
        return ClientInvariants.eachOperationHasItsEffect(List.of(operation), facts);
    }
}
