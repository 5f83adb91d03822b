package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Tonnes;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotEnough;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds now: the sum of its postings, kept so that it need not be summed again. The table itself refuses
 * a custodian's account below zero, whoever writes.
 */
@Entity
public class Balance {

    @Id
    private String key;

    @Column
    private UUID stockpileId;

    @Enumerated(EnumType.STRING)
    @Column
    private Account.Kind kind;

    @Column
    private @Nullable UUID lotId;

    private String account;

    private BigDecimal tonnes;

    protected Balance() {} // Hibernate

    static Balance empty(UUID stockpileId, Account account) {
        var balance = new Balance();
        balance.key = key(stockpileId, account);
        balance.stockpileId = stockpileId;
        balance.kind = account.kind();
        balance.lotId = account.lot();
        balance.account = account.key();
        balance.tonnes = BigDecimal.ZERO;
        return balance;
    }

    static String key(UUID stockpileId, Account account) {
        return stockpileId + "/" + account.key();
    }

    /** @throws NotEnough when one of the custodian's accounts would go below zero */
    void post(Posting posting) {
        tonnes = Ledger.after(tonnes(), posting).value();
    }

    /** The account's key. */
    public String account() {
        return account;
    }

    public Tonnes tonnes() {
        return new Tonnes(tonnes);
    }
}
