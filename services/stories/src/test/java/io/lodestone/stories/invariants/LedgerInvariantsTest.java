package io.lodestone.stories.invariants;

import static io.lodestone.stories.invariants.Planted.assertCaught;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Evidence.Balance;
import io.lodestone.stories.invariants.Evidence.Ledger;
import io.lodestone.stories.invariants.Evidence.Movement;
import io.lodestone.stories.invariants.Evidence.Posting;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerInvariantsTest {

    private static final String FIRST = "0".repeat(64);

    private static final List<Balance> BALANCES = List.of(balance("SUPPLIER:x", "-5"), balance("ON_HAND:y", "5"));

    @Test
    void booksAsTheyShouldBeHaveNoViolations() {
        var movements = List.of(movement(1, FIRST, "a", "-3", "3"), movement(2, "a", "b", "-2", "2"));

        assertThat(LedgerInvariants.booksBalance(new Ledger(movements, BALANCES)))
                .isEmpty();
    }

    @Test
    void aMovementThatIsGoneIsI7() {
        var movements = List.of(movement(1, FIRST, "a", "-3", "3"), movement(3, "b", "c", "-2", "2"));

        assertCaught(caught(movements), "I7", "s movement 3 does not follow 1");
    }

    @Test
    void aMovementInAnothersPlaceIsI7() {
        var movements = List.of(movement(1, FIRST, "a", "-3", "3"), movement(2, "x", "c", "-2", "2"));

        assertCaught(caught(movements), "I7", "s movement 2 does not follow 1");
    }

    @Test
    void tonnesOutOfNothingAreI7() {
        var balances = List.of(balance("SUPPLIER:x", "-4"), balance("ON_HAND:y", "5"));

        assertCaught(
                LedgerInvariants.booksBalance(new Ledger(List.of(movement(1, FIRST, "a", "-4", "5")), balances)),
                "I7",
                "sums to 1");
    }

    @Test
    void anAccountBelowZeroInBetweenIsI7() {
        var movements = List.of(movement(1, FIRST, "a", "1", "-1"), movement(2, "a", "b", "-6", "6"));

        assertCaught(caught(movements), "I7", "s movement 1 takes ON_HAND:y to -1");
    }

    @Test
    void aBalanceThatIsNotTheSumIsI7() {
        var balances = List.of(balance("SUPPLIER:x", "-5"), balance("ON_HAND:y", "5"), balance("ON_HAND:z", "1"));

        assertCaught(
                LedgerInvariants.booksBalance(new Ledger(List.of(movement(1, FIRST, "a", "-5", "5")), balances)),
                "I7",
                "s ON_HAND:z is 1, its movements sum to 0");
    }

    private static List<Violation> caught(List<Movement> movements) {
        return LedgerInvariants.booksBalance(new Ledger(movements, BALANCES));
    }

    private static Movement movement(long number, String previous, String digest, String outside, String onHand) {
        return new Movement(
                "s",
                number,
                previous,
                digest,
                List.of(
                        new Posting("SUPPLIER:x", new BigDecimal(outside)),
                        new Posting("ON_HAND:y", new BigDecimal(onHand))));
    }

    private static Balance balance(String account, String tonnes) {
        return new Balance("s", account, new BigDecimal(tonnes));
    }
}
