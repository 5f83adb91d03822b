package io.lodestone.query.rebuilding;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.feed.FactReading;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.known.ledger.Frozen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The facts of some deals, each deal's in version order. For one thread. */
final class Histories {

    private final Part part;
    private final NextFacts next;
    private final DealData data = new DealData();
    private final Map<UUID, List<DealFact>> histories = new HashMap<>();

    /** @param part of its deals they are */
    Histories(Part part, Frozen frozen) {
        this.part = part;
        next = new NextFacts(frozen);
    }

    /** @param records of the partition, in its order */
    void take(List<ConsumerRecord<String, byte[]>> records) {
        for (var taken : records) {
            if (part.has(taken)) {
                FactReading.envelope(taken)
                        .filter(next::isNext)
                        .filter(Histories::isOfDeal)
                        .flatMap(data::read)
                        .ifPresent(this::add);
            }
        }
    }

    Collection<List<DealFact>> all() {
        return histories.values();
    }

    private void add(DealFact fact) {
        var history = histories.computeIfAbsent(fact.fact().subject(), deal -> new ArrayList<>());
        history.add(history.isEmpty() ? fact : fact.sharing(history.getLast()));
    }

    private static boolean isOfDeal(Envelope envelope) {
        return DEALS.classOf(envelope.type())
                .filter(DealEvent.class::isAssignableFrom)
                .isPresent();
    }
}
