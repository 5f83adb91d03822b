package io.lodestone.contracts;

/** Who may see a resource. RESTRICTED: its own agency and readers with the clearance; some deals and levels are withheld by law. */
public enum ReleaseClass {
    PUBLIC,
    PARTNER,
    RESTRICTED
}
