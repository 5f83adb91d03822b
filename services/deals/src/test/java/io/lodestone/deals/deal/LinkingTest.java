package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.SomeDeals.APPROVER;
import static io.lodestone.deals.deal.SomeDeals.OFFICER;
import static io.lodestone.deals.deal.SomeDeals.offer;
import static io.lodestone.deals.deal.SomeDeals.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.contracts.Party;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.deals.deal.DealRefusal.IllegalMove;
import io.lodestone.deals.deal.DealRefusal.NoSuchCondition;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows for a deal from elsewhere. */
class LinkingTest {

    private static final UUID OTHER = new UUID(0, 8);

    @ParameterizedTest
    @EnumSource(DealStatus.class)
    void aPackageChangesNeitherStatusNorFigures(DealStatus status) {
        var deal = SomeDeals.loan(status);
        var figures = deal.figures();
        var fact = deal.perform(new Act.Pack(OTHER, "belongs there", null), OFFICER);
        assertThat(fact.deal().packageId()).isEqualTo(OTHER);
        assertThat(deal.offer().packageId()).isEqualTo(OTHER);
        assertThat(deal.status()).isEqualTo(status);
        assertThat(deal.figures()).isEqualTo(figures);
        deal.perform(new Act.Pack(null, "does not", null), OFFICER);
        assertThat(deal.offer().packageId()).isNull();
    }

    @ParameterizedTest
    @EnumSource(DealStatus.class)
    void aCrossDefaultChangesNeitherStatusNorFigures(DealStatus status) {
        var deal = SomeDeals.loan(status);
        var figures = deal.figures();
        deal.perform(new Act.FlagCrossDefault(OTHER, "DFC D-2 is in default", LocalDate.parse("2024-01-01")), OFFICER);
        assertThat(deal.crossDefaults()).singleElement().satisfies(flag -> {
            assertThat(flag.dealId()).isEqualTo(OTHER);
            assertThat(flag.since()).as("not before the deal began").isEqualTo("2025-01-01");
        });
        assertThat(deal.status()).isEqualTo(status);
        assertThat(deal.figures()).isEqualTo(figures);
        deal.perform(new Act.ClearCrossDefault(OTHER, "cured", null), OFFICER);
        assertThat(deal.crossDefaults()).isEmpty();
    }

    @Test
    void aSatisfiedConditionOpensAgainAWaivedOneDoesNot() {
        var deal = SomeDeals.at(
                proposed(offer(Instrument.DIRECT_LOAN, "100.00", permit("a"), permit("b"))), DealStatus.SIGNED);
        deal.perform(new Act.SatisfyCondition("a", "granted", null), OFFICER);
        deal.perform(new Act.WaiveCondition("b", "small", null, null), APPROVER);
        deal.perform(new Act.ReopenCondition("a", "revoked", null), OFFICER);
        assertThat(deal.offer().conditions().getFirst().isOpen()).isTrue();
        assertThat(deal.offer().conditions().getFirst().note()).isEqualTo("revoked");
        for (var key : new String[] {"a", "b"}) {
            assertThatExceptionOfType(NoSuchCondition.class)
                    .isThrownBy(() -> deal.perform(new Act.ReopenCondition(key, "again", null), OFFICER));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DealStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"APPROVED", "SIGNED"})
    void aConditionOpensAgainOnlyWhileItHoldsTheDealBack(DealStatus status) {
        assertThatExceptionOfType(IllegalMove.class).isThrownBy(() -> SomeDeals.loan(status)
                .perform(new Act.ReopenCondition("a", "revoked", null), OFFICER));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    A, US, -, -, A, US, -, -, true
                    A, US, -, -, A, CA, -, -, false
                    A, US, -, G, B, CA, -, G, true
                    A, US, -, G, B, CA, -, H, false
                    A, US, 5493001KJTIIGC8Y1R12, -, B, CA, 5493001KJTIIGC8Y1R12, -, true
                    A, US, 5493001KJTIIGC8Y1R12, -, A, US, -, -, true
                    A, US, 5493001KJTIIGC8Y1R12, -, A, US, 7LTWFZYICNSX8D621K86, -, false
                    """)
    void oneDebtorIsALeiAGroupOrANameInACountry(
            String name,
            String country,
            String lei,
            String group,
            String name2,
            String country2,
            String lei2,
            String group2,
            boolean same) {
        var one = new Party(name, country, lei, group);
        var other = new Party(name2, country2, lei2, group2);
        assertThat(ObligorGroup.same(one, other)).isEqualTo(same);
        assertThat(ObligorGroup.same(other, one)).isEqualTo(same);
    }

    private static Condition permit(String key) {
        return new Condition(key, Condition.Kind.PERMIT, "a permit", "permit-" + key, null, null);
    }
}
