package io.lodestone.stories.invariants;

import static java.util.stream.Collectors.groupingBy;

import io.lodestone.stories.invariants.Evidence.Ledger;
import io.lodestone.stories.invariants.Evidence.Movement;
import io.lodestone.stories.invariants.Evidence.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** I7: what holds in the books of the stockpiles. */
public final class LedgerInvariants {

    /** The world outside, the only account below zero. */
    private static final String OUTSIDE = "SUPPLIER";

    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    private LedgerInvariants() {}

    private record Account(String stockpile, String key) {

        @Override
        public String toString() {
            return stockpile + " " + key;
        }
    }

    /** I7: a chain without a gap, each movement sums to zero, no account was ever below zero, balances are the sums. */
    public static List<Violation> booksBalance(Ledger ledger) {
        var violations = new ArrayList<Violation>();
        var sums = new HashMap<Account, BigDecimal>();
        ledger.movements().stream().collect(groupingBy(Movement::stockpile)).forEach((stockpile, movements) -> {
            isAChain(stockpile, movements, violations);
            movements.forEach(movement -> post(movement, sums, violations));
        });
        var balances = new HashMap<Account, BigDecimal>();
        ledger.balances()
                .forEach(
                        balance -> balances.put(new Account(balance.stockpile(), balance.account()), balance.tonnes()));
        balancesAreTheSums(sums, balances, violations);
        return violations;
    }

    private static void isAChain(String stockpile, List<Movement> movements, List<Violation> violations) {
        long number = 1;
        var digest = BEFORE_THE_FIRST;
        for (var movement : movements) {
            if (movement.number() != number || !movement.previousDigest().equals(digest)) {
                violations.add(new Violation(
                        "I7", stockpile + " movement " + movement.number() + " does not follow " + (number - 1)));
            }
            number = movement.number() + 1;
            digest = movement.digest();
        }
    }

    private static void post(Movement movement, Map<Account, BigDecimal> sums, List<Violation> violations) {
        var where = movement.stockpile() + " movement " + movement.number();
        var total = movement.postings().stream().map(Posting::tonnes).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() != 0) {
            violations.add(new Violation("I7", where + " sums to " + total));
        }
        for (var posting : movement.postings()) {
            var account = new Account(movement.stockpile(), posting.account());
            var sum = sums.merge(account, posting.tonnes(), BigDecimal::add);
            if (sum.signum() < 0 && !posting.account().startsWith(OUTSIDE)) {
                violations.add(new Violation("I7", where + " takes " + posting.account() + " to " + sum));
            }
        }
    }

    private static void balancesAreTheSums(
            Map<Account, BigDecimal> sums, Map<Account, BigDecimal> balances, List<Violation> violations) {
        var accounts = new HashSet<>(sums.keySet());
        accounts.addAll(balances.keySet());
        for (var account : accounts) {
            var sum = sums.getOrDefault(account, BigDecimal.ZERO);
            var balance = balances.getOrDefault(account, BigDecimal.ZERO);
            if (sum.compareTo(balance) != 0) {
                violations.add(new Violation("I7", account + " is " + balance + ", its movements sum to " + sum));
            }
        }
    }
}
