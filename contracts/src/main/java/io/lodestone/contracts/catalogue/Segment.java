package io.lodestone.contracts.catalogue;

/** Stages of the chain. The last three are support that is not a stage: railways and ports, trading, investment vehicles. */
public enum Segment {
    MINING,
    PROCESSING,
    SEPARATION,
    REFINING,
    METAL_AND_ALLOY,
    MAGNET,
    BATTERY_MATERIAL,
    RECYCLING,
    STOCKPILE,
    INFRASTRUCTURE,
    TRADING,
    INVESTMENT
}
