package io.lodestone.deals.rule;

import static io.lodestone.deals.deal.SomeDeals.APPROVER;
import static io.lodestone.deals.deal.SomeDeals.OFFICER;
import static io.lodestone.deals.deal.SomeDeals.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.SomeDeals;
import io.lodestone.deals.rule.Finding.State;
import io.lodestone.deals.rule.Rule.Gate;
import io.lodestone.deals.view.Rulings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as they are shipped, against deals. */
class RuleBookTest {

    private static final RuleBook BOOK = Rulings.written();
    private static final Act.Approve APPROVAL = new Act.Approve(null, null, null, null, null);
    private static final Act.Sign SIGNING = new Act.Sign(null, null, null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DFC  | Loan     | DIRECT_LOAN             | 1000000.00   |   | {"tenorMonths":300}    | APPROVAL |
            DFC  | Loan     | DIRECT_LOAN             | 1000000.00   |   | {"tenorMonths":301}    | APPROVAL | LIM-05
            DFC  | Guaranty | LOAN_GUARANTEE          | 1000000.00   |   | {"coveredShare":"80"}  | APPROVAL |
            DFC  | Guaranty | LOAN_GUARANTEE          | 1000000.00   |   | {"coveredShare":"80.1"}| SIGNING  | LIM-06
            DFC  | Insurance| POLITICAL_RISK_INSURANCE| 1000000.00   |   | {"insuredShare":"91"}  | APPROVAL | LIM-07
            DFC  | Equity   | EQUITY                  | 1000000.00   |   | {"stakeShare":"31"}    | APPROVAL | LIM-03
            DFC  | Loan     | DIRECT_LOAN             | 10000000.00  |   |                        | SIGNING  |
            DFC  | Loan     | DIRECT_LOAN             | 10000000.01  |   |                        | SIGNING  | LIM-08
            DFC  | Loan     | DIRECT_LOAN             | 10000000.01  |   |                        | APPROVAL |
            DFC  | Loan     | DIRECT_LOAN             | 1000000.00   | A |                        | APPROVAL | LIM-09
            DFC  | Loan     | DIRECT_LOAN             | 1000000.00   | B |                        | APPROVAL |
            EXIM | Loan     | DIRECT_LOAN             | 99999999.99  |   |                        | APPROVAL |
            EXIM | Loan     | DIRECT_LOAN             | 100000000.00 |   |                        | APPROVAL | LIM-15
            DOE  | LPO Title 17 | LOAN_GUARANTEE      | 80000000.00  |   | {"tenorMonths":360}    | APPROVAL |
            DOE  | LPO Title 17 | LOAN_GUARANTEE      | 80000000.01  |   | {"tenorMonths":360}    | APPROVAL | LIM-17
            DOE  | LPO Title 17 | LOAN_GUARANTEE      | 1000000.00   |   | {"tenorMonths":361}    | APPROVAL | LIM-18
            DOE  | LPO ATVM     | DIRECT_LOAN         | 1000000.00   |   | {"tenorMonths":361}    | APPROVAL |
            DOD  | DPA Title III| GRANT               | 50000000.00  |   |                        | SIGNING  |
            DOD  | DPA Title III| GRANT               | 50000000.01  |   |                        | SIGNING  | LIM-22
            DOD  | DPA Title III| PURCHASE_COMMITMENT | 1000000.00   |   | {"years":11}           | APPROVAL | LIM-23
            DOD  | IBAS         | PURCHASE_COMMITMENT | 1000000.00   |   | {"years":11}           | APPROVAL |
            """)
    void eachRuleHoldsUpTheActsItGuardsAndNoOthers(
            Agency agency,
            String program,
            Instrument instrument,
            String amount,
            @Nullable String category,
            @Nullable String terms,
            Gate gate,
            @Nullable String rule) {
        var deal = SomeDeals.of(agency, program, instrument, amount, category, terms);
        var act = gate == Gate.APPROVAL ? APPROVAL : SIGNING;
        if (gate == Gate.SIGNING) {
            SomeDeals.at(deal, DealStatus.APPROVED);
        }
        var cost = Money.of("100000000.00", "USD");
        assertThat(BOOK.inTheWay(Matter.of(deal, act, cost, TODAY), Set.of(gate)))
                .extracting(finding -> finding.rule().id())
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void aClockRunsFromItsNoticeToTheDayItIsOver() {
        var deal = large();
        assertThat(state(deal, TODAY)).isEqualTo(State.BLOCKING);
        deal.perform(new Act.SendNotice("LIM-08", LocalDate.parse("2026-02-20"), null, null), OFFICER);
        var running = BOOK.about(deal, null, TODAY).stream()
                .filter(finding -> finding.rule().id().equals("LIM-08"))
                .findFirst()
                .orElseThrow();
        assertThat(running.state()).isEqualTo(State.CLOCK_RUNNING);
        assertThat(running.until()).isEqualTo("2026-03-07");
        assertThat(state(deal, LocalDate.parse("2026-03-06"))).isEqualTo(State.CLOCK_RUNNING);
        assertThat(state(deal, LocalDate.parse("2026-03-07"))).isEqualTo(State.SATISFIED);
    }

    @Test
    void anOverrideLetsTheActPassAndIsSeen() {
        var deal = large();
        deal.perform(new Act.OverrideRule("LIM-08", "the committees agreed", null, null), APPROVER);
        assertThat(state(deal, TODAY)).isEqualTo(State.OVERRIDDEN);
        assertThat(BOOK.inTheWay(Matter.of(deal, SIGNING, null, TODAY), Set.of(Gate.SIGNING)))
                .isEmpty();
        assertThat(deal.compliance().overrides().getFirst().by()).isEqualTo("anna");
    }

    @Test
    void whatIsDoneIsOnlyAWarningAnyMore() {
        var deal = SomeDeals.at(large(), DealStatus.SIGNED);
        assertThat(state(deal, TODAY)).isEqualTo(State.WARNING);
    }

    @Test
    void aRuleBindsOnlyWhileItHolds() {
        assertThat(BOOK.find("LIM-08", LocalDate.parse("2018-10-04"))).isEmpty();
        assertThat(BOOK.find("LIM-08", LocalDate.parse("2018-10-05"))).isPresent();
    }

    @Test
    void businessDaysLeaveOutWeekendsAndHolidays() {
        var calendar = new Calendar(
                "BUSINESS", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(LocalDate.parse("2026-07-03")));
        assertThat(calendar.after(LocalDate.parse("2026-07-02"), 0)).isEqualTo("2026-07-02");
        assertThat(calendar.after(LocalDate.parse("2026-07-02"), 1)).isEqualTo("2026-07-06");
    }

    private static Deal large() {
        return SomeDeals.of(Agency.DFC, "Loan", Instrument.DIRECT_LOAN, "465000000.00", null, null);
    }

    private static State state(Deal deal, LocalDate day) {
        return BOOK.about(deal, null, day).stream()
                .filter(finding -> finding.rule().id().equals("LIM-08"))
                .map(Finding::state)
                .findFirst()
                .orElseThrow();
    }
}
