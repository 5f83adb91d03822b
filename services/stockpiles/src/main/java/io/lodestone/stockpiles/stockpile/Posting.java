package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Tonnes;

/** One side of a movement: {@code tonnes} into the account, or out of it when negative. */
public record Posting(Account account, Tonnes tonnes) {}
