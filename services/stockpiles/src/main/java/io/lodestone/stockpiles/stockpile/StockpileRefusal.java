package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Tonnes;
import java.time.LocalDate;
import java.util.UUID;

/** Every reason this service says no. Mapped to HTTP in one place, {@code StockpileProblems}. */
public abstract sealed class StockpileRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StockpileRefusal(String detail) {
        super(detail);
    }

    /** What is wrong, in words for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public static final class NoSuchStockpile extends StockpileRefusal {

        private static final long serialVersionUID = 1L;

        public NoSuchStockpile(UUID id) {
            super("There is no stockpile " + id + ", or none that you may see.");
        }
    }

    public static final class NotYours extends StockpileRefusal {

        private static final long serialVersionUID = 1L;

        public NotYours(String custodian) {
            super("This is kept by " + custodian + "; only its stockpile managers may write. Ask one of them.");
        }
    }

    public static final class NotYet extends StockpileRefusal {

        private static final long serialVersionUID = 1L;

        public NotYet(LocalDate effectiveOn, LocalDate today) {
            super("effectiveOn " + effectiveOn + " is in the future; today is " + today + " (UTC).");
        }
    }

    public static final class TooMuch extends StockpileRefusal {

        private static final long serialVersionUID = 1L;

        public TooMuch(Tonnes onHand, Tonnes received) {
            super("Receiving " + received + " tonnes beside " + onHand + " would pass 10^12 tonnes of one material.");
        }
    }

    /** Somebody wants to take out more than there is. */
    public static final class NotEnough extends StockpileRefusal {

        private static final long serialVersionUID = 1L;

        public NotEnough(Account account, Tonnes balance) {
            super("Account " + account.key() + " would have " + balance + " tonnes.");
        }
    }
}
