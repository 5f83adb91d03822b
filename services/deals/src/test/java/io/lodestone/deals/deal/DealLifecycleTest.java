package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.APPLIED;
import static io.lodestone.deals.deal.DealStatus.APPROVED;
import static io.lodestone.deals.deal.DealStatus.CANCELLED;
import static io.lodestone.deals.deal.DealStatus.CLOSED;
import static io.lodestone.deals.deal.DealStatus.DECLINED;
import static io.lodestone.deals.deal.DealStatus.DUE_DILIGENCE;
import static io.lodestone.deals.deal.DealStatus.EFFECTIVE;
import static io.lodestone.deals.deal.DealStatus.IN_DEFAULT;
import static io.lodestone.deals.deal.DealStatus.LETTER_OF_INTEREST;
import static io.lodestone.deals.deal.DealStatus.SIGNED;
import static io.lodestone.deals.deal.DealStatus.TERMINATED;
import static io.lodestone.deals.deal.SomeDeals.APPROVER;
import static io.lodestone.deals.deal.SomeDeals.TODAY;
import static io.lodestone.deals.deal.SomeDeals.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lodestone.deals.deal.DealRefusal.IllegalMove;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status times every verb. What a verb does in a status it belongs to, or that it is refused there. */
class DealLifecycleTest {

    /** The statuses a verb belongs to, and where it leads; null stands for "stays". */
    private record Verb(Act act, Set<DealStatus> from, DealStatus to, Function<DealStatus, Deal> deal) {}

    private static final DealStatus[] ALIVE = {
        LETTER_OF_INTEREST, APPLIED, DUE_DILIGENCE, APPROVED, SIGNED, EFFECTIVE, IN_DEFAULT
    };

    private static final Map<String, Verb> VERBS = Map.ofEntries(
            verb(new Act.Apply(null, null), APPLIED, LETTER_OF_INTEREST),
            verb(new Act.StartDueDiligence(null), DUE_DILIGENCE, APPLIED),
            verb(new Act.Approve(null, null, null, null, null), APPROVED, DUE_DILIGENCE),
            verb(new Act.Decline("no", null, null), DECLINED, APPLIED, DUE_DILIGENCE),
            verb(new Act.Sign(null, null, null), SIGNED, APPROVED),
            verb(new Act.MakeEffective(null), EFFECTIVE, SIGNED),
            verb(
                    new Act.Amend(usd("90"), null, null, null, "less", null),
                    null,
                    LETTER_OF_INTEREST,
                    APPLIED,
                    DUE_DILIGENCE,
                    APPROVED,
                    SIGNED,
                    EFFECTIVE,
                    IN_DEFAULT),
            verb(new Act.SendNotice("LIM-08", TODAY, null, null), null, ALIVE),
            verb(new Act.OverrideRule("LIM-08", "urgent", null, null), null, ALIVE),
            verb(
                    new Act.SatisfyCondition("permit", "the decision", null),
                    null,
                    DealLifecycleTest::conditioned,
                    APPROVED,
                    SIGNED),
            verb(
                    new Act.WaiveCondition("permit", "small", null, null),
                    null,
                    DealLifecycleTest::conditioned,
                    APPROVED,
                    SIGNED),
            verb(
                    new Act.ReceiveRepayment(usd("1"), null, null),
                    null,
                    SomeDeals::drawn,
                    EFFECTIVE,
                    IN_DEFAULT,
                    TERMINATED),
            verb(
                    new Act.AdjustLiability(usd("90"), "repaid in part", null),
                    null,
                    SomeDeals::guarantee,
                    SIGNED,
                    EFFECTIVE,
                    IN_DEFAULT),
            verb(
                    new Act.ReopenCondition("permit", "revoked", null),
                    null,
                    DealLifecycleTest::permitted,
                    APPROVED,
                    SIGNED),
            verb(new Act.Pack(new UUID(0, 9), "belongs there", null), null, DealStatus.values()),
            verb(new Act.FlagCrossDefault(new UUID(0, 9), "a sister is in default", null), null, DealStatus.values()),
            verb(new Act.ClearCrossDefault(new UUID(0, 9), "cured", null), null, DealStatus.values()),
            verb(new Act.Disburse(usd("1"), null, null), null, EFFECTIVE),
            verb(new Act.CapitaliseInterest(usd("1"), null), null, EFFECTIVE, IN_DEFAULT),
            verb(new Act.DeclareDefault("unpaid", null, null), IN_DEFAULT, EFFECTIVE),
            verb(new Act.CureDefault(null, null), EFFECTIVE, IN_DEFAULT),
            verb(new Act.WaiveDefault("patience", null, null), EFFECTIVE, IN_DEFAULT),
            verb(new Act.DeferPayment(LocalDate.parse("2027-01-01"), "patience", null), null, EFFECTIVE, IN_DEFAULT),
            verb(new Act.WriteOff(usd("1"), "gone", null), null, IN_DEFAULT),
            verb(
                    new Act.Cancel("withdrawn", null, null),
                    CANCELLED,
                    LETTER_OF_INTEREST,
                    APPLIED,
                    DUE_DILIGENCE,
                    APPROVED,
                    SIGNED),
            verb(new Act.Cancel("a part", usd("1"), null), null, SIGNED, EFFECTIVE, IN_DEFAULT),
            verb(new Act.Terminate("over", null), TERMINATED, EFFECTIVE, IN_DEFAULT),
            verb(new Act.Close(null), CLOSED, EFFECTIVE));

    static Stream<Arguments> everyStatusTimesEveryVerb() {
        return Arrays.stream(DealStatus.values())
                .flatMap(status -> VERBS.keySet().stream().sorted().map(verb -> Arguments.of(status, verb)));
    }

    @ParameterizedTest
    @MethodSource
    void everyStatusTimesEveryVerb(DealStatus status, String name) {
        var verb = VERBS.get(name);
        var deal = verb.deal().apply(status);
        long before = deal.version();
        var figures = deal.figures();
        if (verb.from().contains(status)) {
            var fact = deal.perform(verb.act(), APPROVER);
            assertThat(fact.version()).isEqualTo(before + 1);
            assertThat(deal.status()).isEqualTo(verb.to() == null ? status : verb.to());
            assertThat(fact.deal().status()).isEqualTo(deal.status().name());
            assertThat(fact.figures()).isEqualTo(deal.figures());
        } else {
            var refusal = catchThrowableOfType(IllegalMove.class, () -> deal.perform(verb.act(), APPROVER));
            assertThat(refusal).as(name + " while " + status).isNotNull();
            assertThat(refusal.allowed())
                    .containsExactlyElementsOf(status.next().stream().sorted().toList());
            assertThat(deal.version()).isEqualTo(before);
            assertThat(deal.status()).isEqualTo(status);
            assertThat(deal.figures()).isEqualTo(figures);
        }
    }

    @Test
    void everyStatusCanBeReachedAndWhatHasEndedStaysEnded() {
        assertThat(DealStatus.values())
                .allSatisfy(
                        status -> assertThat(SomeDeals.loan(status).status()).isEqualTo(status));
        assertThat(Arrays.stream(DealStatus.values())
                        .filter(status -> status.next().isEmpty()))
                .containsExactly(DECLINED, CANCELLED, TERMINATED, CLOSED, DealStatus.WRITTEN_OFF);
    }

    @Test
    void noVerbIsForgotten() {
        assertThat(VERBS.values().stream().map(verb -> verb.act().getClass().getName()))
                .containsAll(Arrays.stream(Act.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    /** With an open condition where one can be open: up to signing. */
    private static Deal conditioned(DealStatus status) {
        boolean open = Set.of(LETTER_OF_INTEREST, APPLIED, DUE_DILIGENCE, APPROVED, SIGNED)
                .contains(status);
        return open ? SomeDeals.conditioned(status) : SomeDeals.loan(status);
    }

    /** With a condition that is met, where one can be met. */
    private static Deal permitted(DealStatus status) {
        var deal = conditioned(status);
        if (status == APPROVED || status == SIGNED) {
            deal.perform(new Act.SatisfyCondition("permit", "granted", null), APPROVER);
        }
        return deal;
    }

    private static Map.Entry<String, Verb> verb(Act act, DealStatus to, DealStatus... from) {
        return verb(act, to, SomeDeals::loan, from);
    }

    private static Map.Entry<String, Verb> verb(
            Act act, DealStatus to, Function<DealStatus, Deal> deal, DealStatus... from) {
        var name = act.getClass().getSimpleName()
                + (act instanceof Act.Cancel cancel && cancel.amount() != null ? " of a part" : "");
        return Map.entry(name, new Verb(act, Set.of(from), to, deal));
    }
}
