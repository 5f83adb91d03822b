package io.lodestone.deals.offtake;

import io.lodestone.contracts.Tonnes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seller and buying stockpile tell different quantities.
 *
 * @param year       the contract year; null for all deliveries together
 * @param delivered  what the seller reported
 * @param received   what the stockpile received
 * @param difference delivered less received
 */
public record Discrepancy(@Nullable Integer year, Tonnes delivered, Tonnes received, Tonnes difference) {

    /** Contract years first, then the total; empty when both sides agree, or when the buyer is no stockpile. */
    static List<Discrepancy> of(Agreement agreed, Deliveries deliveries) {
        if (agreed.stockpileId() == null) {
            return List.of();
        }
        var found = new ArrayList<Discrepancy>();
        for (var year : ContractYear.of(agreed, deliveries)) {
            add(found, year.year(), year.delivered(), year.received());
        }
        add(found, null, deliveries.deliveredInAll(), deliveries.receivedInAll());
        return List.copyOf(found);
    }

    private static void add(
            List<Discrepancy> found, @Nullable Integer year, Tonnes delivered, @Nullable Tonnes received) {
        if (received != null && delivered.compareTo(received) != 0) {
            found.add(new Discrepancy(year, delivered, received, delivered.minus(received)));
        }
    }
}
