package io.lodestone.stockpiles.stockpile;

/** For whom a stockpile is kept. */
public enum Programme {
    NATIONAL_DEFENSE,
    COMMERCIAL_RESERVE,
    PARTNER
}
