package io.lodestone.deals.offtake;

import static io.lodestone.deals.offtake.SomeOfftakes.NOON;
import static io.lodestone.deals.offtake.SomeOfftakes.agreement;
import static io.lodestone.deals.offtake.SomeOfftakes.deliver;
import static io.lodestone.deals.offtake.SomeOfftakes.inForce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeAmended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCureExtended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDelivered;
import io.lodestone.deals.offtake.OfftakeRefusal.WrongOfftakeField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of each verb. */
class OfftakeTest {

    @Test
    void anAmendmentNamesTheFieldsThatChanged() {
        var offtake = inForce(agreement());
        var fact = (OfftakeAmended) offtake.perform(
                new OfftakeAct.Amend(
                        null,
                        "99.65 %",
                        null,
                        List.of(Tonnes.of("50"), Tonnes.of("150")),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "a slower start",
                        null),
                NOON);
        assertThat(fact.changed()).containsExactly("tonnesByYear", "tonnesPerYear", "years");
        assertThat(offtake.agreement().tonnesPerYear()).isNull();
        assertThat(offtake.agreement().years()).isEqualTo(2);
        assertThat(offtake.contractYears())
                .extracting(ContractYear::scheduled)
                .containsExactly(Tonnes.of("50"), Tonnes.of("150"));
    }

    @Test
    void aProfileAndAQuantityPerYearDoNotStandTogether() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> agreement(null, Tonnes.of("1"), List.of(Tonnes.of("1")), null))
                .satisfies(e -> assertThat(e.component()).isEqualTo("tonnesPerYear"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> agreement(null, null, List.of(Tonnes.of("1")), 2))
                .satisfies(e -> assertThat(e.component()).isEqualTo("years"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> agreement(null, null, List.of(Tonnes.ZERO), null))
                .satisfies(e -> assertThat(e.component()).isEqualTo("tonnesByYear"));
    }

    @Test
    void aCorrectionTakesBackNoMoreThanWasReportedForItsDay() {
        var offtake = inForce(agreement());
        deliver(offtake, "2025-01-10", "10");
        var corrected = (OfftakeDelivered) deliver(offtake, "2025-01-10", "-4");
        assertThat(corrected.delivered()).isEqualTo(Tonnes.of("6"));
        assertThat(corrected.reason()).isEqualTo("a slip");
        assertThatExceptionOfType(WrongOfftakeField.class)
                .isThrownBy(() -> deliver(offtake, "2025-01-10", "-6.001"))
                .satisfies(e -> assertThat(e.field()).isEqualTo("tonnes"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new OfftakeAct.Deliver(Tonnes.of("-1"), LocalDate.parse("2025-01-10"), null, null))
                .satisfies(e -> assertThat(e.component()).isEqualTo("reason"));
    }

    @Test
    void aDeliveryIsNeitherInTheFutureNorBeforeTheAgreement() {
        var offtake = inForce(agreement());
        for (var day : List.of("2026-03-02", "2023-12-31")) {
            assertThatExceptionOfType(WrongOfftakeField.class)
                    .isThrownBy(() -> deliver(offtake, day, "1"))
                    .satisfies(e -> assertThat(e.field()).isIn("deliveredOn", "effectiveOn"));
        }
    }

    @Test
    void eachExtensionIsLaterThanTheOneBeforeAndIsKept() {
        var offtake = SomeOfftakes.at(OfftakeStatus.IN_DISPUTE);
        var fact = (OfftakeCureExtended)
                offtake.perform(new OfftakeAct.ExtendCure(LocalDate.parse("2026-07-01"), "talks", null), NOON);
        assertThat(fact.previousCureBy()).isEqualTo("2026-06-01");
        offtake.perform(new OfftakeAct.ExtendCure(LocalDate.parse("2026-08-01"), "more talks", null), NOON);
        assertThatExceptionOfType(WrongOfftakeField.class)
                .isThrownBy(() ->
                        offtake.perform(new OfftakeAct.ExtendCure(LocalDate.parse("2026-08-01"), "again", null), NOON))
                .satisfies(e -> assertThat(e.field()).isEqualTo("cureBy"));
        offtake.perform(new OfftakeAct.Cure("specification met", null), NOON);
        assertThat(offtake.disputes()).singleElement().satisfies(dispute -> {
            assertThat(dispute.cureBy()).isEqualTo("2026-08-01");
            assertThat(dispute.extensions())
                    .extracting(Dispute.Extension::reason)
                    .containsExactly("talks", "more talks");
            assertThat(dispute.curedOn()).isEqualTo("2026-03-01");
        });
        offtake.perform(new OfftakeAct.Dispute("late again", LocalDate.parse("2026-09-01"), null), NOON);
        assertThat(offtake.disputes()).hasSize(2);
        assertThat(offtake.disputes().getLast().curedOn()).isNull();
    }

    @Test
    void theFactsAloneMakeTheSameAgreement() {
        var facts = new ArrayList<OfftakeEvent>();
        var offtake = Offtake.of(new UUID(0, 7), agreement());
        facts.add(offtake.propose(LocalDate.parse("2024-01-01"), NOON));
        for (var act : List.of(
                new OfftakeAct.Sign(LocalDate.parse("2024-02-01")),
                new OfftakeAct.BringInForce(LocalDate.parse("2024-07-01")),
                new OfftakeAct.Deliver(Tonnes.of("12.5"), LocalDate.parse("2024-08-01"), null, null),
                new OfftakeAct.Amend(null, null, Tonnes.of("120"), null, null, 4, null, null, null, "more", null),
                new OfftakeAct.Dispute("late", LocalDate.parse("2026-06-01"), null),
                new OfftakeAct.ExtendCure(LocalDate.parse("2026-07-01"), "talks", null),
                new OfftakeAct.Cure(null, null),
                new OfftakeAct.Fulfil(null))) {
            facts.add(offtake.perform(act, NOON));
        }
        var folded = new Offtake();
        facts.forEach(folded::evolve);
        assertThat(folded).usingRecursiveComparison().isEqualTo(offtake);
    }
}
