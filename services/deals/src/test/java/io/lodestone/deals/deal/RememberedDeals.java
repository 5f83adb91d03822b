package io.lodestone.deals.deal;

import io.lodestone.contracts.Party;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The deals' table as a map, for tests of use cases. */
public final class RememberedDeals extends Deals {

    private final Map<UUID, Deal> deals = new TreeMap<>();

    public void keep(Deal deal) {
        deals.put(deal.id(), deal);
    }

    @Override
    public Deal forUpdate(UUID id) {
        return Optional.ofNullable(deals.get(id)).orElseThrow(() -> new NoSuchDeal(id));
    }

    @Override
    public List<Deal> ofObligor(Party obligor) {
        return of(obligor).toList();
    }

    @Override
    public List<Deal> inDefaultOfObligor(Party obligor) {
        return of(obligor)
                .filter(deal -> deal.status() == DealStatus.IN_DEFAULT)
                .toList();
    }

    @Override
    public boolean isAnyInDefault(Collection<Party> obligors) {
        return obligors.stream()
                .anyMatch(obligor -> !inDefaultOfObligor(obligor).isEmpty());
    }

    @Override
    public List<Deal> waitingFor(Condition.Kind kind, String name) {
        return deals.values().stream()
                .filter(Deal::awaitsConditions)
                .filter(deal ->
                        deal.offer().conditions().stream().anyMatch(condition -> condition.waitsFor(kind, name)))
                .toList();
    }

    private Stream<Deal> of(Party obligor) {
        return deals.values().stream()
                .filter(deal -> ObligorGroup.same(deal.offer().obligor(), obligor));
    }
}
