package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Tonnes;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotEnough;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A stockpile's movements, walked from the first to the last: verifies the chain and sums the accounts. A balance is the
 * sum of movements and nothing else.
 */
public final class Ledger {

    private final Map<String, Tonnes> balances = new TreeMap<>();

    private ChainTip tip;

    private long brokenAt;

    private Ledger(ChainTip tip) {
        this.tip = tip;
    }

    public static Ledger of(UUID stockpileId) {
        return new Ledger(ChainTip.beforeAll(stockpileId));
    }

    /** The next movement in order of number. */
    public void walk(Movement movement) {
        if (brokenAt == 0 && !movement.follows(tip)) {
            brokenAt = movement.number();
        }
        tip = movement.tip();
        movement.postings().forEach(posting -> balances.merge(posting.account().key(), posting.tonnes(), Tonnes::plus));
    }

    /**
     * The account's balance after {@code posting}.
     *
     * @throws NotEnough when one of the custodian's accounts would go below zero
     */
    static Tonnes after(Tonnes balance, Posting posting) {
        var after = balance.plus(posting.tonnes());
        if (after.isNegative() && !posting.account().mayGoNegative()) {
            throw new NotEnough(posting.account(), after);
        }
        return after;
    }

    /** Empty when every digest holds and nothing is missing before the last movement that was walked. */
    public OptionalLong brokenAt() {
        return brokenAt == 0 ? OptionalLong.empty() : OptionalLong.of(brokenAt);
    }

    /** By account key. */
    public Map<String, Tonnes> balances() {
        return Map.copyOf(balances);
    }

    public long movements() {
        return tip.number();
    }

    public String digest() {
        return tip.digest();
    }
}
