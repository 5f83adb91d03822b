package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.SomeDeals.APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** For any history that the rules allow: no more is drawn than is committed, no more paid back than is owed. */
class FiguresPropertyTest {

    private static final int ACTS = 60;

    @Property(tries = 500)
    void anyLegalHistoryKeepsTheFiguresInOrder(@ForAll long seed, @ForAll Instrument instrument) {
        var random = new Random(seed);
        var deal = SomeDeals.proposed(SomeDeals.offer(instrument, "1000"));
        var facts = new ArrayList<DealEvent>();
        for (int i = 0; i < ACTS; i++) {
            long before = deal.version();
            try {
                facts.add(deal.perform(any(random), APPROVER));
                assertThat(deal.version()).isEqualTo(before + 1);
            } catch (DealRefusal refused) {
                assertThat(deal.version()).isEqualTo(before);
            }
            inOrder(deal.figures(), deal.status(), instrument.exposureRule());
        }
        if (!facts.isEmpty()) {
            assertThat(facts.getLast().figures()).isEqualTo(deal.figures());
            assertThat(facts.getLast().deal().status()).isEqualTo(deal.status().name());
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

    private static Act any(Random random) {
        var amount = new Money(BigDecimal.valueOf(random.nextLong(1, 60_000), 2), "USD");
        return switch (random.nextInt(20)) {
            case 0 -> new Act.Apply(random.nextBoolean() ? amount : null, null);
            case 1 -> new Act.StartDueDiligence(null);
            case 2 -> new Act.Approve(random.nextBoolean() ? amount : null, null, null, null, null);
            case 3 -> new Act.Sign(random.nextBoolean() ? amount : null, random.nextBoolean() ? amount : null, null);
            case 4 -> new Act.MakeEffective(null);
            case 5 -> new Act.Amend(null, amount, null, null, "changed", null);
            case 6, 7, 8 -> new Act.Disburse(amount, null, null);
            case 9 -> new Act.CapitaliseInterest(amount, null);
            case 10, 11 -> new Act.ReceiveRepayment(amount, null, null);
            case 12 -> new Act.AdjustLiability(amount, "found anew", null);
            case 13 -> new Act.DeclareDefault("unpaid", null, null);
            case 14 -> new Act.CureDefault(null, null);
            case 15 -> new Act.WriteOff(amount, "gone", null);
            case 16 -> new Act.Cancel("a part", amount, null);
            case 17 -> random.nextInt(10) == 0 ? new Act.Terminate("over", null) : new Act.StartDueDiligence(null);
            case 18 -> random.nextInt(10) == 0 ? new Act.Cancel("all", null, null) : new Act.MakeEffective(null);
            default -> new Act.WaiveDefault("patience", null);
        };
    }
}
