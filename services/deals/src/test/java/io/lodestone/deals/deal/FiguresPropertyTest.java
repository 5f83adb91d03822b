package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.SomeDeals.APPROVER;
import static io.lodestone.deals.deal.SomeDeals.OFFICER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.json.EventCodec;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * For any history that the rules allow, back-dated acts among it: no more is drawn than is committed, no more paid back
 * than is owed, and every figure is what the amounts of its facts add up to.
 */
class FiguresPropertyTest {

    private static final int ACTS = 60;

    @Property(tries = 200)
    void anyLegalHistoryKeepsTheFiguresInOrder(@ForAll long seed, @ForAll Instrument instrument) {
        var random = new Random(seed);
        var permit = new Condition("permit", Condition.Kind.PERMIT, "the permit", null, null);
        var proposed = Deal.propose(
                new UUID(0, 7), SomeDeals.offer(instrument, "1000", permit), LocalDate.parse("2025-01-01"), OFFICER);
        var deal = Deal.of(proposed, OFFICER.actor());
        var rebuilt = read(proposed, DealProposed.class);
        var folded = new FoldedFigures(instrument.exposureRule(), "USD");
        folded.hear(rebuilt);
        var facts = new ArrayList<DealEvent>();
        var actors = new ArrayList<String>();
        for (int i = 0; i < ACTS; i++) {
            long before = deal.version();
            try {
                var by = random.nextInt(4) == 0 ? OFFICER : APPROVER;
                var fact = deal.perform(asked(random, deal), by);
                facts.add(fact);
                actors.add(by.actor());
                folded.hear(read(fact, fact.getClass()));
                assertThat(deal.version()).isEqualTo(before + 1);
            } catch (DealRefusal refused) {
                assertThat(deal.version()).isEqualTo(before);
            }
            inOrder(deal.figures(), deal.status(), instrument.exposureRule());
            assertThat(deal.figures()).isEqualTo(folded.figures());
        }
        var state = DealState.of(rebuilt, OFFICER.actor());
        for (int i = 0; i < facts.size(); i++) {
            state = state.after(read(facts.get(i), facts.get(i).getClass()), actors.get(i));
        }
        assertThat(state).isEqualTo(deal.state());
        if (!facts.isEmpty()) {
            assertThat(facts.getLast().figures()).isEqualTo(deal.figures());
            assertThat(facts.getLast().deal().status()).isEqualTo(deal.status().name());
        }
    }

    /** As a reader of the topic gets it. */
    private static <E extends DealEvent> E read(DealEvent fact, Class<E> type) {
        try {
            return EventCodec.event(
                    EventCodec.data(fact).getBytes(UTF_8), type, fact.subject(), fact.version(), fact.at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inOrder(Figures f, DealStatus status, ExposureRule rule) {
        assertThat(List.of(
                        f.pipeline(),
                        f.authorizedUnsigned(),
                        f.committed(),
                        f.cancelled(),
                        f.undrawn(),
                        f.disbursed(),
                        f.repaid(),
                        f.writtenOff(),
                        f.outstanding(),
                        f.contingent(),
                        f.paid()))
                .allSatisfy(amount -> assertThat(amount.signum()).isNotNegative());
        assertThat(f.disbursed().add(f.cancelled())).isLessThanOrEqualTo(f.committed());
        assertThat(f.repaid().add(f.writtenOff()))
                .isLessThanOrEqualTo(f.disbursed().add(f.capitalisedInterest()));
        if (status.isCommitted()) {
            assertThat(f.undrawn())
                    .isEqualByComparingTo(f.committed().subtract(f.cancelled()).subtract(f.disbursed()));
        } else {
            assertThat(f.undrawn()).isEqualByComparingTo(BigDecimal.ZERO);
        }
        if (rule == ExposureRule.NON_REPAYABLE) {
            assertThat(f.outstanding()).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(f.paid()).isEqualByComparingTo(f.disbursed());
        }
        long rungsBeforeSigning = List.of(f.pipeline(), f.authorizedUnsigned(), f.undrawn()).stream()
                .filter(amount -> amount.signum() != 0)
                .count();
        assertThat(rungsBeforeSigning).isLessThanOrEqualTo(1);
    }

    /** One of three acts leads on, so that histories get far. */
    private static Act asked(Random random, Deal deal) {
        return random.nextInt(3) == 0
                ? onward(deal.status())
                : any(random, deal.offer().instrument());
    }

    private static Act onward(DealStatus status) {
        return switch (status) {
            case LETTER_OF_INTEREST -> new Act.Apply(null, null);
            case APPLIED -> new Act.StartDueDiligence(null);
            case DUE_DILIGENCE -> new Act.Approve(null, null, null, null, null);
            case APPROVED -> new Act.Sign(null, null, null);
            case SIGNED -> new Act.MakeEffective(null);
            case IN_DEFAULT -> new Act.CureDefault(null, null);
            case EFFECTIVE, DECLINED, CANCELLED, TERMINATED, CLOSED, WRITTEN_OFF -> new Act.Close(null);
        };
    }

    private static Act any(Random random, Instrument instrument) {
        var amount = new Money(BigDecimal.valueOf(random.nextLong(1, 60_000), 2), "USD");
        var day = random.nextBoolean() ? null : SomeDeals.TODAY.minusDays(random.nextInt(424));
        return switch (random.nextInt(26)) {
            case 0 -> new Act.Apply(random.nextBoolean() ? amount : null, day);
            case 1 -> new Act.StartDueDiligence(day);
            case 2 -> new Act.Approve(random.nextBoolean() ? amount : null, null, null, null, null);
            case 3 -> new Act.Sign(random.nextBoolean() ? amount : null, random.nextBoolean() ? amount : null, day);
            case 4 -> new Act.MakeEffective(day);
            case 5 -> new Act.Amend(null, amount, null, null, "changed", day);
            case 6, 7, 8 -> new Act.Disburse(amount, null, day);
            case 9 -> new Act.CapitaliseInterest(amount, day);
            case 10, 11 -> new Act.ReceiveRepayment(amount, null, day);
            case 12 -> new Act.AdjustLiability(amount, "found anew", day);
            case 13 -> new Act.DeclareDefault("unpaid", null, day);
            case 14 -> new Act.CureDefault(null, day);
            case 15 -> new Act.WriteOff(amount, "gone", day);
            case 16 -> new Act.Cancel("a part", amount, day);
            case 17 -> random.nextInt(10) == 0 ? new Act.Terminate("over", day) : new Act.StartDueDiligence(day);
            case 18 -> random.nextInt(10) == 0 ? new Act.Cancel("all", null, null) : new Act.MakeEffective(day);
            case 19 -> new Act.SatisfyCondition("permit", "the decision", day);
            case 20 -> new Act.WaiveCondition("permit", "small", null, null);
            case 21 -> new Act.SendNotice("LIM-08", SomeDeals.TODAY, null, null);
            case 22 -> new Act.OverrideRule("LIM-08", "urgent", null, null);
            case 23 -> new Act.DeferPayment(SomeDeals.TODAY.plusDays(90), "patience", null);
            case 24 -> new Act.Amend(amount, null, SomeTerms.of(instrument), SomeDeals.TODAY, "agreed", null);
            default -> new Act.WaiveDefault("patience", null, null);
        };
    }
}
