package io.lodestone.deals.deal;

import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.contracts.deals.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the next fact about a deal says, whatever happened: its place in the order, when, and where the deal stands after.
 *
 * @param at  the moment it is recorded
 * @param day the day it took effect
 */
record Step(UUID deal, long version, Instant at, LocalDate day, DealProfile profile, Figures figures) {}
