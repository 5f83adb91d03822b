package io.lodestone.contracts.deals;

import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;

/**
 * Everything on the topic of deals: what happened to a deal, and from time to time what all deals add up to. The totals
 * stand among the facts, because their place says which facts they count.
 */
public sealed interface DealsFact extends Event permits DealEvent, ControlTotals {

    Topic<DealsFact> DEALS = Topic.of("lodestone.deals", "deals", DealsFact.class);
}
