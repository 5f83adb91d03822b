package io.lodestone.deals.limit;

/** What a limit may be held per: each value has a bucket of its own. COUNTRY is the project's. */
public enum Dimension {
    AGENCY,
    INSTRUMENT,
    PROGRAM,
    COUNTRY,
    MINERAL,
    SEGMENT,
    OBLIGOR
}
