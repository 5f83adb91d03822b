package io.lodestone.deals.offtake;

import static io.lodestone.deals.offtake.SomeOfftakes.agreement;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Tonnes;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Contract years divide all deliveries, whatever they are. */
class ContractYearPropertyTest {

    private static final UUID STOCKPILE = new UUID(0, 9);

    /** Whatever days they fall on, and however many years there are. */
    @Property(tries = 200)
    void noDeliveryIsLostOrCountedTwice(
            @ForAll @Size(max = 30) List<@IntRange(max = 4000) Integer> days,
            @ForAll @IntRange(min = 1, max = 12) int years) {
        var delivered = new TreeMap<LocalDate, Tonnes>();
        days.forEach(
                day -> delivered.merge(LocalDate.parse("2024-01-01").plusDays(day), Tonnes.of("1.5"), Tonnes::plus));
        var deliveries = new Deliveries(delivered, delivered);
        var agreed = agreement(STOCKPILE, Tonnes.of("100"), null, years);
        var position = ContractYear.of(agreed, deliveries);
        assertThat(position).hasSize(years);
        assertThat(position.stream().map(ContractYear::delivered).reduce(Tonnes.ZERO, Tonnes::plus))
                .isEqualTo(deliveries.deliveredInAll());
        assertThat(Discrepancy.of(agreed, deliveries)).isEmpty();
        for (int i = 1; i < years; i++) {
            assertThat(position.get(i).from())
                    .isEqualTo(position.get(i - 1).to().plusDays(1));
        }
    }
}
