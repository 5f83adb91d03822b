package io.lodestone.deals.hearing;

import static io.lodestone.contracts.deals.OfftakeEvent.OFFTAKES;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.contracts.stockpiles.StockpileEvent.MaterialReceived;
import io.lodestone.deals.offtake.Offtakes;
import io.lodestone.deals.offtake.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * What a stockpile received under an agreement that names it as the buyer. A receipt that names another agreement, or one
 * that is not there, is the stockpile's affair. Called inside the transaction of a feed.
 */
@ApplicationScoped
class Receipts {

    private final Offtakes offtakes;
    private final Outbox outbox;
    private final Clock clock;

    Receipts(Offtakes offtakes, Outbox outbox, Clock clock) {
        this.offtakes = offtakes;
        this.outbox = outbox;
        this.clock = clock;
    }

    void take(MaterialReceived received, Envelope cause) {
        if (received.offtakeId() == null) {
            return;
        }
        offtakes.ofBuyer(received.offtakeId(), received.subject()).ifPresent(offtake -> {
            var receipt = new Receipt(received.lotId(), received.tonnes(), received.effectiveOn());
            outbox.add(OFFTAKES, offtake.receive(receipt, clock.instant()), Conclusion.from(cause));
        });
    }
}
