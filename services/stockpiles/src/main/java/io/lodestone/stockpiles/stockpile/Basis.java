package io.lodestone.stockpiles.stockpile;

/** How tonnes were weighed: as delivered, without moisture, or the metal in it. Never added across. */
public enum Basis {
    GROSS,
    DRY,
    CONTAINED
}
