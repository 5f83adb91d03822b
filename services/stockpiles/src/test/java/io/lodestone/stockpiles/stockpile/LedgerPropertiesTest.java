package io.lodestone.stockpiles.stockpile;

import static io.lodestone.stockpiles.stockpile.SomeStock.NOON;
import static io.lodestone.stockpiles.stockpile.SomeStock.cobalt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.contracts.Tonnes;
import io.lodestone.stockpiles.stockpile.Movement.Content;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotEnough;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerPropertiesTest {

    private static final UUID STOCKPILE = UUID.randomUUID();
    private static final List<UUID> LOTS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    /** Somebody asks for grams of a lot to come in, or to go out again. */
    record Wish(int lot, boolean in, int grams) {

        Postings postings() {
            var tonnes = new Tonnes(BigDecimal.valueOf(grams, 6));
            var outside = Account.supplier(cobalt());
            var here = Account.onHand(LOTS.get(lot), "Warehouse 7");
            return in ? Postings.move(tonnes, outside, here) : Postings.move(tonnes, here, outside);
        }
    }

    /** A stockpile's books, kept as the service keeps them: a refused movement leaves no trace. */
    static final class Books {

        private final Map<String, Balance> balances = new HashMap<>();
        private final List<Movement> movements = new ArrayList<>();

        void grant(Wish wish) {
            var postings = wish.postings();
            for (var posting : postings.lines()) {
                Ledger.after(balance(posting.account()).tonnes(), posting);
            }
            var tip = movements.isEmpty()
                    ? ChainTip.beforeAll(STOCKPILE)
                    : movements.getLast().tip();
            var content = new Content(
                    Movement.Kind.RECEIPT, cobalt(), postings, "a test", null, LocalDate.parse("2026-03-01"));
            movements.add(Movement.after(tip, UUID.randomUUID(), content, NOON));
            postings.lines().forEach(posting -> balance(posting.account()).post(posting));
        }

        private Balance balance(Account account) {
            return balances.computeIfAbsent(account.key(), key -> Balance.empty(STOCKPILE, account));
        }
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, LOTS.size() - 1),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 5_000_000))
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void aBalanceIsTheSumOfMovementsAndNeverNegative(@ForAll("wishes") List<Wish> wishes) {
        var books = granted(wishes);

        var ledger = walked(books.movements);

        assertThat(ledger.brokenAt()).isEmpty();
        books.balances.forEach((account, balance) -> {
            assertThat(balance.tonnes())
                    .usingComparator(Tonnes::compareTo)
                    .isEqualTo(ledger.balances().getOrDefault(account, Tonnes.ZERO));
            assertThat(balance.tonnes().isNegative() && !account.startsWith("SUPPLIER"))
                    .isFalse();
        });
        var sum = ledger.balances().values().stream().reduce(Tonnes.ZERO, Tonnes::plus);
        assertThat(sum.value()).isZero();
    }

    @Property(tries = 200)
    void aTamperedRowIsFound(@ForAll("wishes") List<Wish> wishes, @ForAll int which, @ForAll int how) {
        var movements = granted(List.of(new Wish(0, true, 7), new Wish(1, true, 8)), wishes).movements;
        int victim = Math.floorMod(which, movements.size());

        switch (Math.floorMod(how, 5)) {
            case 0 -> set(movements.get(victim), "postings", new Wish(0, true, 5_000_001).postings());
            case 1 -> set(movements.get(victim), "authority", "somebody else");
            case 2 -> set(movements.get(victim), "effectiveOn", LocalDate.parse("2025-12-31"));
            case 3 -> set(movements.get(victim), "digest", "f".repeat(64));
            case 4 -> movements.remove(Math.min(victim, movements.size() - 2));
            default -> throw new AssertionError();
        }

        var brokenAt = walked(movements).brokenAt();
        assertThat(brokenAt).isPresent();
        assertThat(brokenAt.getAsLong()).isBetween(1L, victim + 2L);
    }

    @Property(tries = 200)
    void aRowThatWasChangedWithItsDigestBreaksTheNext(@ForAll("wishes") List<Wish> wishes, @ForAll int which) {
        var movements = granted(List.of(new Wish(0, true, 7), new Wish(1, true, 8)), wishes).movements;
        int victim = Math.floorMod(which, movements.size() - 1);

        set(movements.get(victim), "reason", "rewritten");
        set(movements.get(victim), "digest", movements.get(victim).computedDigest());

        assertThat(walked(movements).brokenAt()).hasValue(victim + 2L);
    }

    @Property(tries = 100)
    void nobodyTakesOutMoreThanThereIs(@ForAll("wishes") List<Wish> wishes) {
        var books = granted(wishes);
        var account = Account.onHand(LOTS.getFirst(), "Warehouse 7");
        var there = books.balance(account).tonnes();
        var oneGramMore = new Posting(account, Tonnes.of("-0.000001").minus(there));

        assertThatThrownBy(() -> Ledger.after(there, oneGramMore)).isInstanceOf(NotEnough.class);
        assertThat(Ledger.after(there, new Posting(account, Tonnes.ZERO.minus(there))))
                .usingComparator(Tonnes::compareTo)
                .isEqualTo(Tonnes.ZERO);
    }

    @Property(tries = 50)
    void postingsThatDoNotBalanceAreNoMovement(@ForAll("wishes") List<Wish> wishes) {
        var lines = wishes.getFirst().postings().lines();

        assertThatThrownBy(() -> new Postings(lines.subList(0, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @SafeVarargs
    private static Books granted(List<Wish>... wishes) {
        var books = new Books();
        for (var some : wishes) {
            for (var wish : some) {
                try {
                    books.grant(wish);
                } catch (NotEnough refused) {
                    assertThat(wish.in()).as("only taking out is refused").isFalse();
                }
            }
        }
        return books;
    }

    private static Ledger walked(List<Movement> movements) {
        var ledger = Ledger.of(STOCKPILE);
        movements.forEach(ledger::walk);
        return ledger;
    }

    /** Edits a row behind the ledger's back. */
    private static void set(Movement movement, String column, Object value) {
        try {
            Field field = Movement.class.getDeclaredField(column);
            field.setAccessible(true);
            field.set(movement, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
