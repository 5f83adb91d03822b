package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.APPROVED;
import static io.lodestone.deals.deal.DealStatus.DUE_DILIGENCE;
import static io.lodestone.deals.deal.DealStatus.EFFECTIVE;
import static io.lodestone.deals.deal.DealStatus.IN_DEFAULT;
import static io.lodestone.deals.deal.DealStatus.SIGNED;
import static io.lodestone.deals.deal.DealStatus.TERMINATED;
import static io.lodestone.deals.deal.DealStatus.WRITTEN_OFF;
import static io.lodestone.deals.deal.SomeDeals.APPROVER;
import static io.lodestone.deals.deal.SomeDeals.NOON;
import static io.lodestone.deals.deal.SomeDeals.OFFICER;
import static io.lodestone.deals.deal.SomeDeals.TODAY;
import static io.lodestone.deals.deal.SomeDeals.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.deals.DealEvent.DealApproved;
import io.lodestone.deals.deal.DealRefusal.FourEyes;
import io.lodestone.deals.deal.DealRefusal.OpenConditions;
import io.lodestone.deals.deal.DealRefusal.OverDraw;
import io.lodestone.deals.deal.DealRefusal.StillOwed;
import io.lodestone.deals.deal.DealRefusal.WrongField;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealTest {

    private static final Act.Approve APPROVAL = new Act.Approve(null, null, null, null, null);

    @Test
    void whoSubmittedADealMayNotApproveIt() {
        var deal = SomeDeals.loan(DUE_DILIGENCE);
        assertThatExceptionOfType(FourEyes.class).isThrownBy(() -> deal.perform(APPROVAL, OFFICER));
        var sly = new Act.Approve(null, null, null, "the board", null);
        assertThatExceptionOfType(FourEyes.class).isThrownBy(() -> deal.perform(sly, OFFICER));
        assertThat(deal.perform(APPROVAL, APPROVER).figures().authorizedUnsigned())
                .isEqualByComparingTo("100");
    }

    @Test
    void whoRecordsAHistoryNamesWhoDecided() {
        var deal = SomeDeals.loan(DUE_DILIGENCE);
        var clerk = new By("olga", NOON, true);
        assertThatExceptionOfType(WrongField.class)
                .isThrownBy(() -> deal.perform(APPROVAL, clerk))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("decidedBy"));
        assertThat(deal.perform(new Act.Approve(null, null, null, "the board", null), clerk))
                .asInstanceOf(type(DealApproved.class))
                .extracting(DealApproved::decidedBy)
                .isEqualTo("the board");
    }

    @Test
    void theApprovedAmountMayPassTheHeadline() {
        var deal = SomeDeals.loan(DUE_DILIGENCE);
        deal.perform(new Act.Approve(usd("290"), null, null, null, null), APPROVER);
        assertThat(deal.figures().authorizedUnsigned()).isEqualByComparingTo("290");
        assertThat(deal.figures().pipeline()).isZero();
    }

    @Test
    void signingMayNotPassTheAuthorizedAmountUnlessAmendedBefore() {
        var deal = SomeDeals.loan(APPROVED);
        var more = new Act.Sign(usd("120"), null, null);
        assertThatExceptionOfType(OverDraw.class).isThrownBy(() -> deal.perform(more, OFFICER));
        deal.perform(new Act.Amend(null, usd("120"), null, null, "more is needed", null), APPROVER);
        deal.perform(more, OFFICER);
        assertThat(deal.figures().undrawn()).isEqualByComparingTo("120");
        assertThat(deal.figures().authorizedUnsigned()).isZero();
    }

    @Test
    void anAgreementIsEffectiveWhenEveryConditionIsMetOrWaived() {
        var permit = new Condition("permit", Condition.Kind.PERMIT, "the permit", null, null);
        var equity = new Condition("equity", Condition.Kind.EQUITY, "the equity", null, null);
        var deal = SomeDeals.at(
                SomeDeals.proposed(SomeDeals.offer(Instrument.DIRECT_LOAN, "100", permit, equity)), SIGNED);
        var effectiveness = new Act.MakeEffective(null);
        assertThatExceptionOfType(OpenConditions.class)
                .isThrownBy(() -> deal.perform(effectiveness, OFFICER))
                .satisfies(refusal -> assertThat(refusal.keys()).containsExactly("permit", "equity"));
        deal.perform(new Act.SatisfyCondition("permit", "the decision", null), OFFICER);
        assertThatExceptionOfType(FourEyes.class)
                .isThrownBy(() -> deal.perform(new Act.WaiveCondition("equity", "small", null, null), OFFICER));
        deal.perform(new Act.WaiveCondition("equity", "small", null, null), APPROVER);
        deal.perform(effectiveness, OFFICER);
        assertThat(deal.status()).isEqualTo(EFFECTIVE);
        assertThat(deal.offer().conditions()).extracting(Condition::note).containsExactly("the decision", "small");
    }

    @Test
    void noMoreIsPaidOutThanIsCommitted() {
        var deal = SomeDeals.loan(EFFECTIVE);
        deal.perform(new Act.Disburse(usd("60"), "1", null), OFFICER);
        deal.perform(new Act.Cancel("not needed", usd("30"), null), OFFICER);
        var tooMuch = new Act.Disburse(usd("10.01"), "2", null);
        assertThatExceptionOfType(OverDraw.class).isThrownBy(() -> deal.perform(tooMuch, OFFICER));
        deal.perform(new Act.Disburse(usd("10"), "2", null), OFFICER);
        assertThat(deal.figures().undrawn()).isZero();
        assertThat(deal.figures().outstanding()).isEqualByComparingTo("70");
    }

    @Test
    void noMoreIsPaidBackThanIsOwed() {
        var deal = SomeDeals.loan(EFFECTIVE);
        deal.perform(new Act.Disburse(usd("60"), null, null), OFFICER);
        deal.perform(new Act.CapitaliseInterest(usd("5"), null), OFFICER);
        var tooMuch = new Act.ReceiveRepayment(usd("65.01"), null, null);
        assertThatExceptionOfType(OverDraw.class).isThrownBy(() -> deal.perform(tooMuch, OFFICER));
        assertThatExceptionOfType(StillOwed.class).isThrownBy(() -> deal.perform(new Act.Close(null), OFFICER));
        deal.perform(new Act.ReceiveRepayment(usd("65"), usd("2"), null), OFFICER);
        deal.perform(new Act.Close(null), OFFICER);
        assertThat(deal.figures().outstanding()).isZero();
        assertThat(deal.figures().undrawn()).isZero();
    }

    @Test
    void aGrantIsNeverWrittenOff() {
        var deal = SomeDeals.at(SomeDeals.proposed(SomeDeals.offer(Instrument.GRANT, "100")), IN_DEFAULT);
        assertThatExceptionOfType(WrongField.class)
                .isThrownBy(() -> deal.perform(new Act.WriteOff(usd("1"), "gone", null), OFFICER));
    }

    @Test
    void aWriteOffOfAllThatIsOwedEndsTheDeal() {
        var deal = SomeDeals.loan(IN_DEFAULT);
        deal.perform(new Act.WriteOff(usd("20"), "gone", null), OFFICER);
        assertThat(deal.status()).isEqualTo(IN_DEFAULT);
        deal.perform(new Act.WriteOff(usd("40"), "gone", null), OFFICER);
        assertThat(deal.status()).isEqualTo(WRITTEN_OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT_LOAN,    100, 0,   60, 0",
        "EQUITY,         100, 0,   60, 0",
        "GRANT,          100, 0,   0,  60",
        "PURCHASE_COMMITMENT, 100, 0, 0, 0"
    })
    void eachInstrumentMovesItsOwnFigures(
            Instrument instrument, String committed, String contingent, String outstanding, String paid) {
        var deal = SomeDeals.at(SomeDeals.proposed(SomeDeals.offer(instrument, "100")), EFFECTIVE);
        deal.perform(new Act.Disburse(usd("60"), null, null), OFFICER);
        assertThat(deal.figures().committed()).isEqualByComparingTo(committed);
        assertThat(deal.figures().contingent()).isEqualByComparingTo(contingent);
        assertThat(deal.figures().outstanding()).isEqualByComparingTo(outstanding);
        assertThat(deal.figures().paid()).isEqualByComparingTo(paid);
        assertThat(deal.figures().undrawn()).isEqualByComparingTo("40");
    }

    @Test
    void aGuaranteeIsALiabilityAndNothingToDraw() {
        var deal = SomeDeals.at(SomeDeals.proposed(SomeDeals.offer(Instrument.LOAN_GUARANTEE, "100")), SIGNED);
        assertThat(deal.figures().contingent()).isEqualByComparingTo("100");
        assertThat(deal.figures().undrawn()).isZero();
        deal.perform(new Act.AdjustLiability(usd("80"), "repaid in part", null), OFFICER);
        assertThat(deal.figures().contingent()).isEqualByComparingTo("80");
        deal.perform(new Act.MakeEffective(null), OFFICER);
        deal.perform(new Act.Terminate("over", null), OFFICER);
        assertThat(deal.status()).isEqualTo(TERMINATED);
        assertThat(deal.figures().contingent()).isZero();
    }

    @Test
    void whatIsOwedStaysOwedAfterATermination() {
        var deal = SomeDeals.loan(IN_DEFAULT);
        deal.perform(new Act.Terminate("over", null), OFFICER);
        assertThat(deal.figures().outstanding()).isEqualByComparingTo("60");
        assertThat(deal.figures().undrawn()).isZero();
        deal.perform(new Act.ReceiveRepayment(usd("60"), null, null), OFFICER);
        assertThat(deal.figures().outstanding()).isZero();
    }

    @Test
    void nothingTakesEffectInTheFutureOrBeforeTheFirstFact() {
        var deal = SomeDeals.loan();
        for (var day : new LocalDate[] {TODAY.plusDays(1), LocalDate.parse("2024-12-31")}) {
            assertThatExceptionOfType(WrongField.class)
                    .isThrownBy(() -> deal.perform(new Act.Apply(null, day), OFFICER))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("effectiveOn"));
        }
        assertThat(deal.perform(new Act.Apply(null, null), OFFICER).effectiveOn())
                .isEqualTo(TODAY);
    }

    @Test
    void aDealHasOneCurrency() {
        var deal = SomeDeals.loan(EFFECTIVE);
        assertThatExceptionOfType(WrongField.class)
                .isThrownBy(() -> deal.perform(new Act.Disburse(Money.of("1", "EUR"), null, null), OFFICER))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("amount.currency"));
    }

    @Test
    void moreThanIsAuthorizedTakesAnApproverWhoDidNotSubmitTheDeal() {
        var deal = SomeDeals.loan(EFFECTIVE);
        var more = new Act.Amend(null, usd("150"), null, null, "more is needed", null);
        assertThat(deal.needsApprover(more)).isTrue();
        assertThatExceptionOfType(FourEyes.class).isThrownBy(() -> deal.perform(more, OFFICER));
        deal.perform(more, APPROVER);
        assertThat(deal.figures().committed()).isEqualByComparingTo("150");
        var less = new Act.Amend(null, usd("120"), null, null, "less is needed", null);
        assertThat(deal.needsApprover(less)).isFalse();
        deal.perform(less, OFFICER);
        assertThat(deal.figures().undrawn()).isEqualByComparingTo("120");
    }

    @Test
    void whoRecordsAWaiverNamesWhoDecided() {
        var clerk = new By("olga", NOON, true);
        var deal = SomeDeals.loan(IN_DEFAULT);
        assertThatExceptionOfType(WrongField.class)
                .isThrownBy(() -> deal.perform(new Act.WaiveDefault("patience", null, null), clerk));
        deal.perform(new Act.WaiveDefault("patience", "the board", null), clerk);
        assertThat(deal.status()).isEqualTo(EFFECTIVE);
    }

    @Test
    void anActRecordedLateKeepsBothTimes() {
        var deal = SomeDeals.loan(EFFECTIVE);
        deal.perform(new Act.Disburse(usd("10"), "2", LocalDate.parse("2026-02-20")), OFFICER);
        var late = deal.perform(new Act.Disburse(usd("5"), "1", LocalDate.parse("2026-01-20")), OFFICER);
        assertThat(late.effectiveOn()).isEqualTo("2026-01-20");
        assertThat(late.at()).isEqualTo(NOON);
        assertThat(late.figures().disbursed()).isEqualByComparingTo("15");
    }
}
