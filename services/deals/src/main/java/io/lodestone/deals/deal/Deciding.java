package io.lodestone.deals.deal;

import io.lodestone.contracts.deals.DealEvent;

/** Who decides which act. */
final class Deciding {

    private Deciding() {}

    /** @throws DealRefusal when the rules say no */
    static DealEvent decide(DealState deal, Act act, By by) {
        return switch (act) {
            case Act.Apply a -> Originating.apply(deal, a, by);
            case Act.StartDueDiligence a -> Originating.startDueDiligence(deal, a, by);
            case Act.Approve a -> Approving.approve(deal, a, by);
            case Act.Decline a -> Approving.decline(deal, a, by);
            case Act.Sign a -> Signing.sign(deal, a, by);
            case Act.SatisfyCondition a -> Signing.satisfy(deal, a, by);
            case Act.WaiveCondition a -> Signing.waive(deal, a, by);
            case Act.MakeEffective a -> Signing.makeEffective(deal, a, by);
            case Act.Amend a -> Amending.amend(deal, a, by);
            case Act.Disburse a -> Funding.disburse(deal, a, by);
            case Act.CapitaliseInterest a -> Funding.capitaliseInterest(deal, a, by);
            case Act.ReceiveRepayment a -> Funding.receiveRepayment(deal, a, by);
            case Act.AdjustLiability a -> Funding.adjustLiability(deal, a, by);
            case Act.SendNotice a -> Complying.sendNotice(deal, a, by);
            case Act.OverrideRule a -> Complying.overrideRule(deal, a, by);
            case Act.DeclareDefault a -> Servicing.declareDefault(deal, a, by);
            case Act.CureDefault a -> Servicing.cureDefault(deal, a, by);
            case Act.WaiveDefault a -> Servicing.waiveDefault(deal, a, by);
            case Act.DeferPayment a -> Servicing.deferPayment(deal, a, by);
            case Act.WriteOff a -> Servicing.writeOff(deal, a, by);
            case Act.Cancel a -> Ending.cancel(deal, a, by);
            case Act.Terminate a -> Ending.terminate(deal, a, by);
            case Act.Close a -> Ending.close(deal, a, by);
            case Act.Pack a -> Linking.pack(deal, a, by);
            case Act.ReopenCondition a -> Linking.reopen(deal, a, by);
            case Act.FlagCrossDefault a -> Linking.flag(deal, a, by);
            case Act.ClearCrossDefault a -> Linking.clear(deal, a, by);
        };
    }

    /** Whoever does this needs the right to decide, not only to write. */
    static boolean needsApprover(DealState deal, Act act) {
        return switch (act) {
            case Act.Approve _, Act.Decline _, Act.WaiveCondition _, Act.WaiveDefault _, Act.OverrideRule _ -> true;
            case Act.Amend amendment -> !deal.status().isPipeline() && Amending.raises(deal.amounts(), amendment);
            case Act.Apply _,
                    Act.StartDueDiligence _,
                    Act.Sign _,
                    Act.SatisfyCondition _,
                    Act.MakeEffective _,
                    Act.SendNotice _,
                    Act.Disburse _,
                    Act.CapitaliseInterest _,
                    Act.ReceiveRepayment _,
                    Act.AdjustLiability _,
                    Act.DeclareDefault _,
                    Act.CureDefault _,
                    Act.DeferPayment _,
                    Act.WriteOff _,
                    Act.Cancel _,
                    Act.Terminate _,
                    Act.Close _,
                    Act.Pack _,
                    Act.ReopenCondition _,
                    Act.FlagCrossDefault _,
                    Act.ClearCrossDefault _ -> false;
        };
    }
}
