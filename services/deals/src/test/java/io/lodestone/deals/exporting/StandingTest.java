package io.lodestone.deals.exporting;

import static io.lodestone.deals.exporting.Standing.TransactionType.CREDIT_GUARANTEE;
import static io.lodestone.deals.exporting.Standing.TransactionType.DISBURSEMENT;
import static io.lodestone.deals.exporting.Standing.TransactionType.LOAN_REPAYMENT;
import static io.lodestone.deals.exporting.Standing.TransactionType.OUTGOING_COMMITMENT;
import static io.lodestone.deals.exporting.Standing.TransactionType.OUTGOING_PLEDGE;
import static io.lodestone.deals.exporting.Standing.TransactionType.PURCHASE_OF_EQUITY;
import static io.lodestone.deals.exporting.Standing.TransactionType.SALE_OF_EQUITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** IATI adds transactions up: they are what changed, so that their sum is where the deal stands. */
class StandingTest {

    private static final By OFFICER = new By("olga", Instant.parse("2026-03-01T12:00:00Z"), false);
    private static final By APPROVER = new By("anna", Instant.parse("2026-03-01T12:00:00Z"), false);

    private final List<DealEvent> facts = new ArrayList<>();

    @Test
    void aLoanIsPledgedThenCommittedDrawnAndPaidBack() {
        var deal = signed(Instrument.DIRECT_LOAN);
        does(deal, new Act.MakeEffective(null));
        does(deal, new Act.Disburse(usd("60"), null, null));
        does(deal, new Act.ReceiveRepayment(usd("10"), usd("3"), null));
        does(deal, new Act.Terminate("over", null));

        assertThat(told(Instrument.DIRECT_LOAN))
                .containsExactly(
                        OUTGOING_PLEDGE + " 100.00",
                        OUTGOING_PLEDGE + " 20.00", // more was approved than was asked for
                        OUTGOING_COMMITMENT + " 120.00",
                        DISBURSEMENT + " 60.00",
                        LOAN_REPAYMENT + " 10.00",
                        OUTGOING_COMMITMENT + " -60.00"); // what lapsed undrawn
    }

    @Test
    void aGuaranteeIsALiabilityUntilItEnds() {
        var deal = signed(Instrument.LOAN_GUARANTEE);
        does(deal, new Act.AdjustLiability(usd("90"), "balance paid down", null));
        does(deal, new Act.Cancel("not needed", null, null));

        assertThat(told(Instrument.LOAN_GUARANTEE))
                .containsExactly(
                        OUTGOING_PLEDGE + " 100.00",
                        OUTGOING_PLEDGE + " 20.00",
                        CREDIT_GUARANTEE + " 120.00",
                        CREDIT_GUARANTEE + " -30.00",
                        CREDIT_GUARANTEE + " -90.00");
    }

    @Test
    void equityIsBoughtAndSold() {
        var deal = signed(Instrument.EQUITY);
        does(deal, new Act.MakeEffective(null));
        does(deal, new Act.Disburse(usd("120"), null, null));
        does(deal, new Act.ReceiveRepayment(usd("50"), null, null));

        assertThat(told(Instrument.EQUITY)).endsWith(PURCHASE_OF_EQUITY + " 120.00", SALE_OF_EQUITY + " 50.00");
    }

    @Test
    void whatIsWithdrawnBeforeSigningIsNoLongerPledged() {
        var deal = proposed(Instrument.GRANT);
        does(deal, new Act.Cancel("withdrawn", null, null));

        assertThat(told(Instrument.GRANT)).containsExactly(OUTGOING_PLEDGE + " 100.00", OUTGOING_PLEDGE + " -100.00");
    }

    private Deal signed(Instrument instrument) {
        var deal = proposed(instrument);
        does(deal, new Act.Apply(null, null));
        does(deal, new Act.StartDueDiligence(null));
        facts.add(deal.perform(new Act.Approve(usd("120"), null, null, null, null), APPROVER));
        does(deal, new Act.Sign(null, null, null));
        return deal;
    }

    private Deal proposed(Instrument instrument) {
        var offer = new Offer(
                "D-1",
                Agency.DFC,
                null,
                instrument,
                "A mine",
                new UUID(0, 1),
                null,
                new Party("Miner", "BR", null),
                usd("100"),
                null,
                List.of(),
                null,
                null,
                List.of(),
                ReleaseClass.PUBLIC,
                DealStatus.LETTER_OF_INTEREST);
        var proposed = Deal.propose(new UUID(0, 7), offer, LocalDate.parse("2025-01-01"), OFFICER);
        var deal = Deal.of(proposed, OFFICER.actor());
        facts.add(proposed);
        return deal;
    }

    private void does(Deal deal, Act act) {
        facts.add(deal.perform(act, OFFICER));
    }

    private List<String> told(Instrument instrument) {
        return Standing.transactions(facts, instrument.exposureRule()).stream()
                .map(transaction -> transaction.type() + " " + transaction.amount())
                .toList();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
