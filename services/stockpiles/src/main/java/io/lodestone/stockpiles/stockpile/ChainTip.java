package io.lodestone.stockpiles.stockpile;

import java.util.UUID;

/** How far a stockpile's chain of movements has come. */
record ChainTip(UUID stockpileId, long number, String digest) {

    static ChainTip beforeAll(UUID stockpileId) {
        return new ChainTip(stockpileId, 0, Digest.NONE);
    }
}
