package io.lodestone.deals.exporting;

import static java.math.BigDecimal.ZERO;

import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.DealSigned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a deal stands in IATI's terms, in the deal's currency. IATI adds transactions up, so what is published is the
 * difference of two standings: the transactions of one kind sum to the standing, whatever was amended or cancelled.
 *
 * @param pledged    offered or authorized; stays at its last amount once the deal is signed
 * @param committed  signed, less what was cancelled or lapsed undrawn
 * @param guaranteed maximum liability
 * @param disbursed  paid out, or invested
 * @param returned   principal paid back, or sold at cost
 */
record Standing(
        boolean signed,
        BigDecimal pledged,
        BigDecimal committed,
        BigDecimal guaranteed,
        BigDecimal disbursed,
        BigDecimal returned) {

    static final Standing NOTHING = new Standing(false, ZERO, ZERO, ZERO, ZERO, ZERO);

    /** Money that moved, or a promise that changed, on a day; the amount is never zero and may be negative. */
    record Transaction(TransactionType type, LocalDate on, BigDecimal amount) {}

    /** IATI codelist TransactionType. */
    enum TransactionType {
        OUTGOING_COMMITMENT("2"),
        DISBURSEMENT("3"),
        EXPENDITURE("4"),
        LOAN_REPAYMENT("6"),
        PURCHASE_OF_EQUITY("8"),
        SALE_OF_EQUITY("9"),
        CREDIT_GUARANTEE("10"),
        OUTGOING_PLEDGE("12");

        private final String code;

        TransactionType(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** All transactions that these facts amount to, oldest first. */
    static List<Transaction> transactions(List<DealEvent> facts, ExposureRule rule) {
        var transactions = new ArrayList<Transaction>();
        var before = NOTHING;
        for (var fact : facts) {
            var after = before.after(fact);
            before.to(after, rule, fact.effectiveOn(), transactions);
            before = after;
        }
        return transactions;
    }

    private Standing after(DealEvent fact) {
        var figures = fact.figures();
        boolean signedNow = signed || fact instanceof DealSigned;
        return new Standing(
                signedNow,
                signedNow ? pledged : figures.pipeline().add(figures.authorizedUnsigned()),
                figures.undrawn().add(figures.disbursed()),
                figures.contingent(),
                figures.disbursed(),
                figures.repaid());
    }

    private void to(Standing after, ExposureRule rule, LocalDate on, List<Transaction> transactions) {
        add(transactions, TransactionType.OUTGOING_PLEDGE, on, after.pledged.subtract(pledged));
        add(transactions, TransactionType.OUTGOING_COMMITMENT, on, after.committed.subtract(committed));
        add(transactions, TransactionType.CREDIT_GUARANTEE, on, after.guaranteed.subtract(guaranteed));
        add(transactions, outflow(rule), on, after.disbursed.subtract(disbursed));
        add(transactions, inflow(rule), on, after.returned.subtract(returned));
    }

    private static void add(List<Transaction> all, TransactionType type, LocalDate on, BigDecimal amount) {
        if (amount.signum() != 0) {
            all.add(new Transaction(type, on, amount));
        }
    }

    private static TransactionType outflow(ExposureRule rule) {
        return switch (rule) {
            case EQUITY -> TransactionType.PURCHASE_OF_EQUITY;
            case PURCHASE -> TransactionType.EXPENDITURE;
            case FUNDED_DEBT, CONTINGENT, NON_REPAYABLE -> TransactionType.DISBURSEMENT;
        };
    }

    private static TransactionType inflow(ExposureRule rule) {
        return switch (rule) {
            case EQUITY -> TransactionType.SALE_OF_EQUITY;
            case FUNDED_DEBT, CONTINGENT, NON_REPAYABLE, PURCHASE -> TransactionType.LOAN_REPAYMENT;
        };
    }
}
