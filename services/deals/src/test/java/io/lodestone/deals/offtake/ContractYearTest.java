package io.lodestone.deals.offtake;

import static io.lodestone.deals.offtake.SomeOfftakes.agreement;
import static io.lodestone.deals.offtake.SomeOfftakes.deliver;
import static io.lodestone.deals.offtake.SomeOfftakes.inForce;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Tonnes;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Take-or-pay, year by year. */
class ContractYearTest {

    private static final UUID STOCKPILE = new UUID(0, 9);

    @Test
    void theShortfallIsWhatIsCommittedAndNotTaken() {
        var offtake = inForce(agreement());
        deliver(offtake, "2024-09-01", "30.5");
        deliver(offtake, "2025-06-30", "20");
        deliver(offtake, "2025-07-01", "85");
        assertThat(offtake.contractYears())
                .containsExactly(
                        year(1, "2024-07-01", "2025-06-30", "50.5", "29.5"),
                        year(2, "2025-07-01", "2026-06-30", "85", "0"),
                        year(3, "2026-07-01", "2027-06-30", "0", "80"));
    }

    @Test
    void whatComesBeforeTheStartCountsInTheFirstYear() {
        var offtake = inForce(agreement());
        deliver(offtake, "2024-06-01", "5");
        assertThat(offtake.contractYears().getFirst().delivered()).isEqualTo(Tonnes.of("5"));
    }

    @Test
    void anAgreementWithoutAnEndHasTheYearsThatWereDelivered() {
        var offtake = inForce(agreement(null, Tonnes.of("100"), null, null));
        assertThat(offtake.contractYears()).hasSize(1);
        deliver(offtake, "2025-08-01", "5");
        assertThat(offtake.contractYears()).hasSize(2);
    }

    @Test
    void withoutAStockpileThereIsNoSecondSideToDisagree() {
        var offtake = inForce(agreement());
        deliver(offtake, "2025-08-01", "5");
        assertThat(offtake.discrepancies()).isEmpty();
        assertThat(offtake.contractYears())
                .allSatisfy(year -> assertThat(year.received()).isNull());
    }

    @Test
    void aDifferenceIsToldPerYearAndInAll() {
        var offtake = inForce(agreement(STOCKPILE, Tonnes.of("100"), null, 3));
        deliver(offtake, "2025-08-01", "5");
        assertThat(offtake.discrepancies())
                .containsExactly(
                        new Discrepancy(2, Tonnes.of("5"), Tonnes.ZERO, Tonnes.of("5")),
                        new Discrepancy(null, Tonnes.of("5"), Tonnes.ZERO, Tonnes.of("5")));
        deliver(offtake, "2025-08-01", "-5");
        assertThat(offtake.discrepancies()).isEmpty();
    }

    private static ContractYear year(int year, String from, String to, String delivered, String shortfall) {
        return new ContractYear(
                year,
                LocalDate.parse(from),
                LocalDate.parse(to),
                Tonnes.of("100"),
                Tonnes.of("80"),
                Tonnes.of(delivered),
                null,
                Tonnes.of(shortfall));
    }
}
